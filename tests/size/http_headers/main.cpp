// A stored header beside http_routes.
#include "http_headers.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

struct Station {
  http_headers::Metrics metrics;
  Status config(const http::Request& request, http::Response& response) {
    return response.write(request.header("Authorization"));
  }
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_headers::limits> memory;
constinit prometheus_express::http::Responder server(http_headers::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
