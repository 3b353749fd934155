// Metrics of random_value for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   2 in 2 families
//   cells    8 bytes of RAM
//   http     at most 768 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   418 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 346 bytes on /metrics
#pragma once

#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/counter.hpp>
#include <prometheus_express/metrics/gauge.hpp>
#include <prometheus_express/metrics/labels.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace random_value {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Every cell, in the order of the page.
struct Metrics {
  /// A random number from 0 to 5000, another one each second
  px::Gauge<std::uint32_t> random_value;
  /// Sum of random numbers from 0 to 50, one each second
  px::Counter<std::uint32_t> random_steps;
};
static_assert(sizeof(Metrics) == 8, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
};

/// The same in words, for whoever forgets something of it.
template <class A>
struct Demands {
  static_assert(requires { requires std::same_as<decltype(A::metrics), Metrics>; },
                "the application must have `Metrics metrics`, "
                "with the cells of all metrics");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.body = 0,
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              768 && limits.connections == 4, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, nullptr, nullptr};
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

}  // namespace random_value
