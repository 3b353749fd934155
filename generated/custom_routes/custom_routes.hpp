// Metrics of custom_routes for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   23 in 4 families
//   cells    104 bytes of RAM
//   http     at most 6976 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   1807 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 1859 bytes on /metrics
#pragma once

#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/exposition/returned_value.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/counter.hpp>
#include <prometheus_express/metrics/family.hpp>
#include <prometheus_express/metrics/labels.hpp>
#include <prometheus_express/metrics/status_counts.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace custom_routes {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `result`.
enum class Result : std::uint8_t { accepted, refused };
consteval auto label_values(Result) {
  return std::to_array<std::string_view>({"accepted", "refused"});
}

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

/// Every cell, in the order of the page.
struct Metrics {
  /// Configurations that were accepted or refused
  px::Family<px::Counter<std::uint64_t>, Result> config_updates;
  /// Firmware that was received whole, or not
  px::Family<px::Counter<std::uint64_t>, Result> firmware_updates;
  /// Requests by the status of their answer
  px::StatusCounts<px::Unshared, 200, 204, 400, 401, 403, 404, 405, 408, 411, 413, 414, 417, 431, 500, 501, 503,
      505> prometheus_express_http_requests_total;
};
static_assert(sizeof(Metrics) == 104, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
  // Configured time between two measurements
  { reading.interval() } -> px::Supplies<double>;
  // Middleware of GET /config
  { application.authenticate(request, response) } -> std::same_as<px::http::Next>;
  // Handler of GET /config
  { application.read_config(request, response) } -> std::same_as<px::Status>;
  // Handler of PUT /config
  { application.write_config(request, response) } -> std::same_as<px::Status>;
  // Receives the body of PUT /firmware
  requires px::http::Receiver<decltype(application.firmware)>;
};

/// The same in words, for whoever forgets something of it.
template <class A>
struct Demands {
  static A& application;
  static const A& reading;
  static const px::http::Request& request;
  static px::http::Response& response;
  static std::span<const char> bytes;
  static_assert(requires { requires std::same_as<decltype(A::metrics), Metrics>; },
                "the application must have `Metrics metrics`, "
                "with the cells of all metrics");
  static_assert(requires { { reading.interval() } -> px::Supplies<double>; },
                "the application must have `double interval() const`, "
                "read for the metric `interval`");
  static_assert(requires { { application.authenticate(request, response) } -> std::same_as<px::http::Next>; },
                "the application must have `px::http::Next authenticate(const px::http::Request&,"
                    " px::http::Response&)`, "
                "called before GET /config is answered");
  static_assert(requires { { application.read_config(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status read_config(const px::http::Request&, px::http::Response&)`, "
                "which answers GET /config");
  static_assert(requires { { application.write_config(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status write_config(const px::http::Request&, px::http::Response&)`, "
                "which answers PUT /config");
  static_assert(requires { { application.firmware.on_start(request, response) } -> std::same_as<px::http::Next>; },
                "the application must have `firmware.on_start`, "
                "px::http::Next (const px::http::Request&, px::http::Response&), for the body of PUT /firmware");
  static_assert(requires { { application.firmware.on_body(bytes) } -> std::same_as<px::Status>; },
                "the application must have `firmware.on_body`, "
                "px::Status (std::span<const char>), for the body of PUT /firmware");
  static_assert(requires { { application.firmware.on_end(request, response) } -> std::same_as<px::Status>; },
                "the application must have `firmware.on_end`, "
                "px::Status (const px::http::Request&, px::http::Response&), for the body of PUT /firmware");
  static_assert(requires { { application.firmware.on_abort() } -> std::same_as<void>; },
                "the application must have `firmware.on_abort`, "
                "void (), for the body of PUT /firmware");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.stored_bytes = 4096, .output_buffer = 2048, .parts = {.counts = true}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              6976 && limits.connections == 4, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static constexpr px::ReadValue functions[] = {
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<double>(text, reading(a).interval());
      },
  };

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, functions, nullptr};
  }

  static px::Status answer_default_page(void* a, const px::http::Request&, px::http::Response& response) {
    response.page(default_page, source(a), px::text_content_type);
    return px::Status::ok;
  }

  static px::http::Next call_authenticate(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).authenticate(request, response);
  }

  static px::Status call_read_config(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).read_config(request, response);
  }

  static px::Status call_write_config(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).write_config(request, response);
  }

  static px::Status call_firmware(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).firmware.on_end(request, response);
  }

  static constexpr px::http::Receiving receiving_firmware{
      [](void* a, const px::http::Request& request, px::http::Response& response) {
        return of(a).firmware.on_start(request, response);
      },
      [](void* a, std::span<const char> bytes) { return of(a).firmware.on_body(bytes); },
      [](void* a) { of(a).firmware.on_abort(); },
  };

  static void count_answer(void* a,
      std::uint16_t code) { of(a).metrics.prometheus_express_http_requests_total.count(code); }

  static constexpr px::http::Middleware middleware_0[] = {call_authenticate};
  static constexpr std::string_view headers_0[] = {"Authorization"};
  static constexpr px::http::Middleware middleware_1[] = {call_authenticate};
  static constexpr std::string_view headers_1[] = {"Authorization"};
  static constexpr px::http::Middleware middleware_2[] = {call_authenticate};
  static constexpr std::string_view headers_2[] = {"Authorization", "X-Crc32"};

  static constexpr px::http::Route routes[] = {
      {px::http::Method::get, "/metrics", answer_default_page, {}, {}, 0, false},
      {px::http::Method::get, "/config", call_read_config, middleware_0, headers_0, 0},
      {px::http::Method::put, "/config", call_write_config, middleware_1, headers_1, 512},
      {px::http::Method::put, "/firmware", call_firmware, middleware_2, headers_2, 1048576, true, &receiving_firmware},
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
  return {px::http::Routes{Binding<A>::routes, &application, Binding<A>::count_answer}, port};
}

}  // namespace custom_routes
