// A streamed body beside http_bodies.
#include "http_streams.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

struct Station {
  http_streams::Metrics metrics;
  struct Config {
    std::size_t size = 0;
    http::Next on_start(const http::Request&, http::Response&) { return http::Next::proceed; }
    Status on_body(std::span<const char> bytes) {
      size += bytes.size();
      return Status::ok;
    }
    Status on_end(const http::Request&, http::Response& response) {
      return size != 0 ? response.write("on") : Status::invalid_argument;
    }
    void on_abort() { size = 0; }
  };
  Config config;
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_streams::limits> memory;
constinit prometheus_express::http::Responder server(http_streams::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
