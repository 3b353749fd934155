// The page that the servers of this folder have at /metrics.
#pragma once

#include <cstddef>

#include "prometheus_express/exposition/content_type.hpp"
#include "prometheus_express/exposition/page.hpp"
#include "prometheus_express/http/site.hpp"

namespace rooms {

inline constexpr char text[] =
    "# HELP room_temperature_celsius Temperature of each room, as seen by its own sensor\n"
    "# TYPE room_temperature_celsius gauge\n"
    "room_temperature_celsius{room=\"kitchen\"} @\n"
    "room_temperature_celsius{room=\"attic\"} @\n"
    "room_temperature_celsius{room=\"cellar\"} @\n";
inline constexpr auto text_stops = prometheus_express::stops<3>(text);
inline constexpr prometheus_express::Block blocks[] = {{text, text_stops}};

inline std::size_t read_room(const void*, prometheus_express::Line line, prometheus_express::Snapshot,
                             prometheus_express::NumberText& number) {
  number[0] = static_cast<char>('1' + line.child);
  return 1;
}

inline constexpr prometheus_express::PageFamily families[] = {{blocks, read_room, 0}};
inline constexpr prometheus_express::Page page = {families};

inline prometheus_express::Status read_page(void*, const prometheus_express::http::Request&,
                                            prometheus_express::http::Response& response) {
  response.page(page, {}, prometheus_express::text_content_type);
  return prometheus_express::Status::ok;
}

}  // namespace rooms
