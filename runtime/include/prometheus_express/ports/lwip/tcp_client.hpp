// The transport's half for clients, over lwIP's raw API as that for servers, tcp.hpp.
//
//   lwip::TcpClient<1> client;                                      // lives as long as lwIP does: see below
//   transport::State state = client.connect(0, {"push.example.com", 9091});
//
// Names are looked up by lwIP's DNS client (LWIP_DNS, its servers from DHCP or dns_setserver), which gives one address a name
// and does not say why there is none: that always is `name_lookup_failed`, as is any name without LWIP_DNS. How long it asks is
// DNS_MAX_RETRIES. A lookup that is given up cannot be called off; lwIP calls back when it is over, so that the client must not
// be gone by then, and until then it has an entry of DNS_TABLE_SIZE.
//
// How long an address is tried is TCP_SYNMAXRTX, three minutes with lwIP's own 6. Define LWIP_RAND, so that ports to connect
// from differ after each start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/ports/lwip/outgoing.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::lwip {

/// A transport for `connections` at once (1 to 255): 32 bytes each, and of lwIP a control block.
template <std::uint8_t connections>
class TcpClient final : public transport::Client {
  static_assert(connections > 0);

 public:
  using Slot = transport::Slot;

  constexpr TcpClient() = default;
  TcpClient(const TcpClient&) = delete;
  TcpClient& operator=(const TcpClient&) = delete;

  [[nodiscard]] transport::State(connect)(Slot slot, transport::Peer peer) override {
    slots_[slot].abort();  // of what has failed, all that is left
    slots_[slot].begin(peer);
    return slots_[slot].state();
  }
  [[nodiscard]] transport::State state(Slot slot) override { return slots_[slot].state(); }
  [[nodiscard]] transport::Transfer take(Slot slot, std::span<char> into) override {
    return slots_[slot].take(into);
  }
  [[nodiscard]] transport::Transfer offer(Slot slot, std::span<const char> bytes) override {
    return slots_[slot].offer(bytes);
  }
  void finish(Slot slot) override { slots_[slot].finish(); }
  void(close)(Slot slot) override { (slots_[slot].close)(); }
  void abort(Slot slot) override { slots_[slot].abort(); }

 private:
  std::array<Outgoing, connections> slots_ = {};
};

}  // namespace prometheus_express::lwip
