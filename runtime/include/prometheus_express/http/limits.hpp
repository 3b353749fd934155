// The bounds of a server, fixed at build time: `http: limits:` of the schema, here with its defaults.
#pragma once

#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/parts.hpp"

namespace prometheus_express::http {

struct Limits {
  std::uint8_t connections = 4;       // at once
  std::uint16_t header_bytes = 8192;  // of a request's header section; more is answered with 431
  std::uint16_t stored_bytes =
      192;  // kept of a request: its target and declared headers; more is a 414 or 431, but for the query of a page
  std::uint16_t body = 512;           // largest body of the routes; a route may allow less. More is a 413
  std::uint16_t output_buffer = 256;  // a response that fits with its head is sent with a Content-Length
  std::uint16_t snapshot = 0;         // what rendering the pages needs: `snapshot_bytes` of generated code
  std::uint16_t input_buffer = 64;    // bytes taken from the transport at a time
  Duration request_timeout =
      Duration::seconds(10);  // for one whole request, and for each progress of its response
  Duration idle_timeout = Duration::seconds(60);  // between two requests
  std::uint16_t requests_per_connection = 1000;
  Parts parts = {};  // what is linked
};

}  // namespace prometheus_express::http
