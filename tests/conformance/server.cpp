// What the cases ask: a page at /metrics that leaves in chunks, and /store, which keeps a body of up to 512 bytes.
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "prometheus_express/exposition/content_type.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/ports/posix.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

constexpr char text[] =
    "# HELP room_temperature_celsius Temperature of each room, as seen by its own sensor\n"
    "# TYPE room_temperature_celsius gauge\n"
    "room_temperature_celsius{room=\"kitchen\"} @\n"
    "room_temperature_celsius{room=\"attic\"} @\n"
    "room_temperature_celsius{room=\"cellar\"} @\n";
constexpr auto text_stops = prometheus_express::stops<3>(text);
constexpr prometheus_express::Block blocks[] = {{text, text_stops}};

std::size_t read_room(const void*, prometheus_express::Line line, prometheus_express::Snapshot,
                      prometheus_express::NumberText& number) {
  number[0] = static_cast<char>('1' + line.child);
  return 1;
}

constexpr prometheus_express::PageFamily families[] = {{blocks, read_room, 0}};
constexpr prometheus_express::Page page = {families};

Status read_page(void*, const http::Request&, http::Response& response) {
  response.page(page, {}, prometheus_express::text_content_type);
  return Status::ok;
}

Status read_store(void* store, const http::Request&, http::Response& response) {
  return response.write(*static_cast<std::string*>(store));
}

Status write_store(void* store, const http::Request& request, http::Response& response) {
  *static_cast<std::string*>(store) = request.body();
  response.status(204);
  return Status::ok;
}

constexpr http::Route routes[] = {
    {http::Method::get, "/metrics", read_page, {}, {}},
    {http::Method::get, "/store", read_store, {}, {}},
    {http::Method::put, "/store", write_store, {}, {}, 512},
};

}  // namespace

int main(int argc, char** argv) {
  std::string store;
  return prometheus_express::posix::serve(http::Site<http::Limits{}>{{routes, &store}}, argc, argv);
}
