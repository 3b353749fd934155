// Bodies of requests, also in chunks, beside http_routes.
#include "http_bodies.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

struct Station {
  http_bodies::Metrics metrics;
  Status config(const http::Request& request, http::Response& response) {
    return response.write(request.body());
  }
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_bodies::limits> memory;
constinit prometheus_express::http::Responder server(http_bodies::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
