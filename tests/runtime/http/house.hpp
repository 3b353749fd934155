// The application that the tests of the responder serve: a page that needs several chunks, a small one, a
// configuration to read and write, firmware that is streamed, and handlers that fail in every way.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "prometheus_express/exposition/content_type.hpp"
#include "prometheus_express/exposition/page.hpp"
#include "prometheus_express/http/site.hpp"

namespace prometheus_express::http {

inline constexpr char rooms_text[] =
    "# HELP room_temperature_celsius Temperature of each room\n"
    "# TYPE room_temperature_celsius gauge\n"
    "room_temperature_celsius{room=\"kitchen\"} @\n"
    "room_temperature_celsius{room=\"bath\"} @\n"
    "room_temperature_celsius{room=\"attic\"} @\n"
    "room_temperature_celsius{room=\"cellar\"} @\n";
inline constexpr auto rooms_stops = stops<4>(rooms_text);
inline constexpr Block rooms_blocks[] = {{rooms_text, rooms_stops}};

inline constexpr char door_text[] = "# TYPE door_open gauge\ndoor_open @\n";
inline constexpr auto door_stops = stops<1>(door_text);
inline constexpr Block door_blocks[] = {{door_text, door_stops}};

/// Series 1, the bath, is absent.
inline std::size_t read_room(const void* values, Line line, Snapshot, NumberText& text) {
  if (line.child == 1) {
    return 0;
  }
  const auto& value = static_cast<const std::string*>(values)[line.child];
  std::copy(value.begin(), value.end(), text.begin());
  return value.size();
}

inline constexpr PageFamily house_families[] = {{rooms_blocks, read_room, 0}, {door_blocks, read_room, 0}};
inline constexpr Page house_page = {house_families};
inline constexpr Page door_page = {std::span(house_families).subspan(1)};

inline constexpr std::string_view house_text =
    "# HELP room_temperature_celsius Temperature of each room\n"
    "# TYPE room_temperature_celsius gauge\n"
    "room_temperature_celsius{room=\"kitchen\"} 21.5\n"
    "room_temperature_celsius{room=\"attic\"} -3\n"
    "room_temperature_celsius{room=\"cellar\"} 12.25\n"
    "# TYPE door_open gauge\n"
    "door_open 21.5\n";
inline constexpr std::string_view door_body = "# TYPE door_open gauge\ndoor_open 21.5\n";

inline const std::string long_text = [] {
  std::string text;
  for (int line = 0; line < 100; ++line) {
    text += "line " + std::to_string(line) + "\n";
  }
  return text;
}();

struct House {
  std::array<std::string, 4> temperatures = {"21.5", "99", "-3", "12.25"};
  std::string config = "{}";
  std::string log = long_text;
  std::string field_name = "X-Note";  // of the response
  std::string field_value;
  std::string seen;  // by the last handler: method, path, query, header, body
  int handled = 0;
  int guarded = 0;
  std::string firmware;  // the pieces of a streamed body, whole once `uploaded` says so
  int started = 0;
  int uploaded = 0;
  int aborted = 0;
};

namespace house {

inline House& of(void* application) {
  auto& house = *static_cast<House*>(application);
  ++house.handled;
  return house;
}

inline Status page(void* application, const Request&, Response& response) {
  response.page(house_page, {.metrics = of(application).temperatures.data()}, text_content_type);
  return Status::ok;
}
inline Status small_page(void* application, const Request&, Response& response) {
  response.page(door_page, {.metrics = of(application).temperatures.data()}, text_content_type);
  return Status::ok;
}
inline Status read_config(void* application, const Request& request, Response& response) {
  House& house = of(application);
  house.seen = std::string(request.path()) + "?" + std::string(request.query());
  response.type("application/json");
  return response.write(house.config);
}
inline Status write_config(void* application, const Request& request, Response& response) {
  House& house = of(application);
  house.config = request.body();
  house.seen = std::string(request.header("authorization")) + "|" + std::string(request.header("X-Note"));
  response.status(204);
  return Status::ok;
}
inline Status read_text(void* application, const Request&, Response& response) {
  of(application);
  response.body(long_text);
  return Status::ok;
}
/// Hands a text out in small pieces.
inline std::size_t read_log(void* state, std::uint32_t position, std::span<char> out) {
  const std::string& text = *static_cast<const std::string*>(state);
  const std::size_t size = std::min<std::size_t>({out.size(), text.size() - position, 50});
  std::copy_n(text.begin() + position, size, out.begin());
  return size;
}
inline Status stream(void* application, const Request& request, Response& response) {
  static std::string empty;
  House& house = of(application);
  response.stream(read_log, request.query() == "empty" ? &empty : &house.log, "text/csv");
  return Status::ok;
}
inline Status fail(void* application, const Request& request, Response& response) {
  of(application);
  response.type("application/json");
  response.header("X-Half", "done");
  (void)response.write("half of");
  const std::string_view query = request.query();
  if (query == "invalid_argument") {
    return Status::invalid_argument;
  }
  if (query == "no_space") {
    return Status::no_space;
  }
  if (query == "not_found") {
    return Status::not_found;
  }
  if (query == "unavailable") {
    return Status::unavailable;
  }
  if (query == "status") {
    response.status(99);
  }
  if (query == "injection") {
    response.header("X-Half", "a\r\nSet-Cookie: b");
  }
  if (query == "type") {
    response.type("a\nb");
  }
  if (query == "teapot") {
    response.status(418);
  }
  return Status::ok;
}
inline Status set_field(void* application, const Request&, Response& response) {
  const House& house = of(application);
  response.header(house.field_name, house.field_value);
  return Status::ok;
}
inline Next guard(void* application, const Request& request, Response& response) {
  ++static_cast<House*>(application)->guarded;
  if (request.header("Authorization") == "Bearer key") {
    return Next::proceed;
  }
  response.status(401);
  response.header("WWW-Authenticate", "Bearer");
  return Next::respond;
}
inline Next second_guard(void* application, const Request&, Response&) {
  static_cast<House*>(application)->guarded += 10;
  return Next::proceed;
}

inline Next start_firmware(void* application, const Request& request, Response& response) {
  House& house = *static_cast<House*>(application);
  if (request.query() == "locked") {
    response.status(403);
    return Next::respond;
  }
  ++house.started;
  house.firmware.clear();
  return Next::proceed;
}
inline Status write_firmware(void* application, std::span<const char> bytes) {
  House& house = *static_cast<House*>(application);
  house.firmware.append(bytes.begin(), bytes.end());
  return house.firmware.find('!') == std::string::npos ? Status::ok : Status::invalid_argument;
}
inline Status end_firmware(void* application, const Request& request, Response& response) {
  House& house = of(application);
  ++house.uploaded;
  house.seen = request.header("X-Note");
  return response.write(std::to_string(house.firmware.size()));
}
inline void abort_firmware(void* application) { ++static_cast<House*>(application)->aborted; }
inline constexpr std::uint32_t largest_firmware = 2000;
inline constexpr Receiving firmware = {start_firmware, write_firmware, abort_firmware};

inline constexpr Middleware guards[] = {guard, second_guard};
inline constexpr std::string_view headers[] = {"Authorization", "X-Note"};
inline constexpr Route routes[] = {
    {Method::get, "/metrics", page, {}, {}, 0, false},
    {Method::get, "/door", small_page, {}, {}},
    {Method::get, "/config", read_config, {}, {}},
    {Method::put, "/config", write_config, guards, headers, 64},
    {Method::post, "/config", write_config, {}, headers, 64},
    {Method::post, "/reset", fail, {}, {}},
    {Method::get, "/text", read_text, {}, {}},
    {Method::get, "/fail", fail, {}, {}},
    {Method::get, "/stream", stream, {}, {}},
    {Method::get, "/field", set_field, {}, {}},
    {Method::put, "/firmware", end_firmware, {}, headers, largest_firmware, true, &firmware},
};

}  // namespace house

template <Limits limits = Limits{}>
Site<limits> site(House& house) {
  return {{house::routes, &house}};
}

}  // namespace prometheus_express::http
