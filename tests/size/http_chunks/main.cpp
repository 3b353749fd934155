// A page that leaves in chunks beside http_pages.
#include "http_chunks.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

struct Station {
  http_chunks::Metrics metrics;
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_chunks::limits> memory;
constinit prometheus_express::http::Responder server(http_chunks::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
