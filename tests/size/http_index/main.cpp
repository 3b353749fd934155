// The page of links at `/` and the list behind a 404 beside http_pages.
#include "http_index.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

struct Station {
  http_index::Metrics metrics;
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_index::limits> memory;
constinit prometheus_express::http::Responder server(http_index::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
