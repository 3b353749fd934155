// Pages only, which fit the output buffer: what generated code makes of most schemas for hosts.
#include "prometheus_express/host.hpp"
#include "rooms.hpp"

namespace {

namespace http = prometheus_express::http;

constexpr http::Route routes[] = {{http::Method::get, "/metrics", rooms::read_page, {}, {}}};
constexpr http::Limits limits{
    .body = 0,
    .output_buffer = 512,
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false, .pieces = false}};

}  // namespace

int main(int argc, char** argv) {
  return prometheus_express::host::serve(http::Site<limits>{{routes}}, argc, argv);
}
