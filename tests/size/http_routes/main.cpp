// A route of the application beside http_pages.
#include "http_routes.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

struct Station {
  http_routes::Metrics metrics;
  Status config(const http::Request&, http::Response& response) { return response.write("on"); }
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_routes::limits> memory;
constinit prometheus_express::http::Responder server(http_routes::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
