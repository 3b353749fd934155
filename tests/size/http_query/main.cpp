// Values of the query beside http_routes.
#include "http_query.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

struct Station {
  http_query::Metrics metrics;
  Status config(const http::Request& request, http::Response& response) {
    char room[16];
    std::string_view unit;
    const Status status = request.query_value("unit", room, unit);
    return status == Status::ok ? response.write(unit) : status;
  }
};
constinit Station station;
constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);
constinit prometheus_express::http::Memory<http_query::limits> memory;
constinit prometheus_express::http::Responder server(http_query::site(station), client, memory);

}  // namespace

int main() {
  station.metrics.requests.inc();
  server.poll({});
  return 0;
}
