// The least of a server: one page, which fits the output buffer.
#include "http_pages.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

struct Station {
  http_pages::Metrics metrics;
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_pages::limits> memory;
constinit prometheus_express::http::Responder server(http_pages::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
