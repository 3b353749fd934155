// What the cases ask: a page at /metrics that leaves in chunks, and /store, which keeps a body of up to 512 bytes.
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "prometheus_express/host.hpp"
#include "prometheus_express/http/site.hpp"
#include "rooms.hpp"

namespace {

namespace http = prometheus_express::http;
using prometheus_express::Status;

Status read_store(void* store, const http::Request&, http::Response& response) {
  return response.write(*static_cast<std::string*>(store));
}

Status write_store(void* store, const http::Request& request, http::Response& response) {
  *static_cast<std::string*>(store) = request.body();
  response.status(204);
  return Status::ok;
}

constexpr http::Route routes[] = {
    {http::Method::get, "/metrics", rooms::read_page, {}, {}, 0, false},
    {http::Method::get, "/store", read_store, {}, {}},
    {http::Method::put, "/store", write_store, {}, {}, 512},
};

}  // namespace

int main(int argc, char** argv) {
  std::string store;
  return prometheus_express::host::serve(http::Site<http::Limits{}>{{routes, &store}}, argc, argv);
}
