// Metrics of linux_board for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   27 in 8 families
//   cells    48 bytes of RAM
//   http     at most 8552 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   2535 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 2474 bytes on /metrics
#pragma once

#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/exposition/returned_value.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/histogram.hpp>
#include <prometheus_express/metrics/labels.hpp>
#include <prometheus_express/metrics/state_set.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linux_board {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `minutes`.
enum class Minutes : std::uint8_t { _1, _5, _15 };
consteval auto label_values(Minutes) {
  return std::to_array<std::string_view>({"1", "5", "15"});
}

/// Values of the label `state`.
enum class State : std::uint8_t { total, available, free };
consteval auto label_values(State) {
  return std::to_array<std::string_view>({"total", "available", "free"});
}

/// Values of the label `direction`.
enum class Direction : std::uint8_t { received, sent };
consteval auto label_values(Direction) {
  return std::to_array<std::string_view>({"received", "sent"});
}

/// The states of `network_link`.
enum class NetworkLink : std::uint8_t { unknown, notpresent, down, lowerlayerdown, testing, dormant, up };
consteval auto label_values(NetworkLink) {
  return std::to_array<std::string_view>(
      {"unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"});
}

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

inline constexpr double scrape_duration_bounds[] = {0.0001, 0.0004, 0.0016, 0.0064, 0.0256, 0.1024};

/// Every cell, in the order of the page.
struct Metrics {
  /// State of the first network interface but the loopback (/sys/class/net, operstate)
  px::StateSet<NetworkLink> network_link;
  /// Time that reading all of the above took at each scrape
  px::Histogram<scrape_duration_bounds> scrape_duration;
};
static_assert(sizeof(Metrics) == 48, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
  // Load average over the last minutes (/proc/loadavg)
  { reading.load(Minutes{}) } -> px::Supplies<double>;
  // Memory of the system (/proc/meminfo)
  { reading.memory(State{}) } -> px::Supplies<std::uint64_t>;
  // Time since the system started (/proc/uptime)
  { reading.uptime() } -> px::Supplies<px::Decimal<2, std::int64_t>>;
  // Temperature of the first thermal zone, where the board has one (/sys/class/thermal)
  { reading.temperature() } -> px::Supplies<px::Decimal<3>>;
  // Context switches since the system started (/proc/stat)
  { reading.context_switches() } -> px::Supplies<std::uint64_t>;
  // Bytes over all interfaces but the loopback (/proc/net/dev)
  { reading.network(Direction{}) } -> px::Supplies<std::uint64_t>;
};

/// The same in words, for whoever forgets something of it.
template <class A>
struct Demands {
  static A& application;
  static const A& reading;
  static const px::http::Request& request;
  static px::http::Response& response;
  static_assert(requires { requires std::same_as<decltype(A::metrics), Metrics>; },
                "the application must have `Metrics metrics`, "
                "with the cells of all metrics");
  static_assert(requires { { reading.load(Minutes{}) } -> px::Supplies<double>; },
                "the application must have `double load(Minutes) const`, "
                "read for the metric `load`");
  static_assert(requires { { reading.memory(State{}) } -> px::Supplies<std::uint64_t>; },
                "the application must have `std::uint64_t memory(State) const`, "
                "read for the metric `memory`");
  static_assert(requires { { reading.uptime() } -> px::Supplies<px::Decimal<2, std::int64_t>>; },
                "the application must have `px::Decimal<2, std::int64_t> uptime() const`, "
                "read for the metric `uptime`");
  static_assert(requires { { reading.temperature() } -> px::Supplies<px::Decimal<3>>; },
                "the application must have `px::Decimal<3> temperature() const`, "
                "read for the metric `temperature`");
  static_assert(requires { { reading.context_switches() } -> px::Supplies<std::uint64_t>; },
                "the application must have `std::uint64_t context_switches() const`, "
                "read for the metric `context_switches`");
  static_assert(requires { { reading.network(Direction{}) } -> px::Supplies<std::uint64_t>; },
                "the application must have `std::uint64_t network(Direction) const`, "
                "read for the metric `network`");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::PageWithSnapshot default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 40;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.stored_bytes = 4096, .body = 0, .output_buffer = 4096,
    .snapshot = snapshot_bytes,
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false, .pieces = false}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              8552 && limits.connections == 4, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static constexpr px::ReadValue functions[] = {
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<double>(text, reading(a).load(static_cast<Minutes>(line.child / 1 % 3)));
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint64_t>(text, reading(a).memory(static_cast<State>(line.child / 1 % 3)));
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<px::Decimal<2, std::int64_t>>(text, reading(a).uptime());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<px::Decimal<3>>(text, reading(a).temperature());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint64_t>(text, reading(a).context_switches());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint64_t>(text, reading(a).network(static_cast<Direction>(line.child / 1 % 2)));
      },
  };

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, functions, nullptr};
  }

  static px::Status answer_default_page(void* a, const px::http::Request&, px::http::Response& response) {
    response.page(default_page, source(a), px::text_content_type);
    return px::Status::ok;
  }

  static constexpr px::http::Route routes[] = {
      {px::http::Method::get, "/metrics", answer_default_page, {}, {}, 0, false},
  };
};

/// Where the pages' values come from, for rendering without a server. `application` must outlive its use.
template <class A>
px::Source source(const A& application) {
  static_assert(sizeof(Demands<A>) != 0);
  return Binding<A>::source(&application);
}

/// The pages and routes of the schema, served from `application`, which must outlive the server.
template <class A>
constexpr px::http::Site<limits> site(A& application) {
  static_assert(sizeof(Demands<A>) != 0);
  return {px::http::Routes{Binding<A>::routes, &application}, port};
}

}  // namespace linux_board
