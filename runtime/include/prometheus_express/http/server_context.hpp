// What connections have to do with.
#pragma once

#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

template <Parts parts>
class Connection;

/// The server of connections, and which of them does something, when.
template <Parts parts>
struct ServerContext {
  Routes routes;
  const Limits& limits;
  transport::Transport& transport;
  Connection<parts>* connections;  // all of the server, `limits.connections`
  transport::Slot slot = 0;        // a Cortex-M0+ reaches it here in one instruction
  std::uint32_t failures = 0;      // responses that a handler failed to give
  Time now = {};
};

}  // namespace prometheus_express::http
