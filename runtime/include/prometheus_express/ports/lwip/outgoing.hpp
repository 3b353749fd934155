// One connection of a client's, from its begin on: a name that lwIP looks up, an address that it connects to, then streams as
// those of a server.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/ports/lwip/connection.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::lwip {

class Outgoing final : public Connection {
 public:
  /// Begins; what there was before has failed or is given up.
  void begin(transport::Peer peer);

  [[nodiscard]] transport::State state() const { return state_; }

  [[nodiscard]] transport::Transfer take(std::span<char> into);
  [[nodiscard]] transport::Transfer offer(std::span<const char> bytes);
  void finish();
  void(close)();
  void abort();

  /// What lwIP reports: an answer to some name, an ip_addr_t or null; that the peer has accepted; and the error that the
  /// connection was lost by.
  void found(std::string_view name, const void* address);
  void connected();
  void lost(int error);

 private:
  void look_up();
  void(connect)(const void* address);
  void fail(transport::State reason);

  std::string_view host_;  // while it is looked up
  std::uint16_t port_ = 0;
  transport::State state_ = transport::State::pending;
  bool looks_up_ = false;
};

}  // namespace prometheus_express::lwip
