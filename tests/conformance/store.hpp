// What the cases ask: a page at /metrics that leaves in chunks, and /store, which keeps a body of up to 512 bytes.
#pragma once

#include <string>

#include "prometheus_express/http/site.hpp"
#include "rooms.hpp"

namespace store {

namespace http = prometheus_express::http;

inline prometheus_express::Status read(void* store, const http::Request&, http::Response& response) {
  return response.write(*static_cast<std::string*>(store));
}

inline prometheus_express::Status write(void* store, const http::Request& request, http::Response& response) {
  *static_cast<std::string*>(store) = request.body();
  response.status(204);
  return prometheus_express::Status::ok;
}

inline constexpr http::Route routes[] = {
    {http::Method::get, "/metrics", rooms::read_page, {}, {}, 0, false},
    {http::Method::get, "/store", read, {}, {}},
    {http::Method::put, "/store", write, {}, {}, 512},
};

}  // namespace store
