// The peers of tests/conformance/client and a name server, in the lwIP of the tests, over the port's own servers.
#pragma once

#include <lwip/udp.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "network.hpp"
#include "world.hpp"

namespace prometheus_express::lwip {

using conformance::Peer;
using conformance::Seen;

/// One kind of peer, in a place of its own.
class PeerPlace {
 public:
  void open(Peer peer, std::uint16_t port);
  void stop() { tcp_.stop(); }
  void step();
  [[nodiscard]] const Seen& seen() const { return guests_[last_].seen; }

 private:
  static constexpr std::size_t most = 3;
  static constexpr int steps_until_full = 40;

  struct Guest {
    bool used = false;
    bool ended_by_us = false;
    Seen seen;
    std::uint32_t sent = 0;
    std::uint32_t to_send = 0;
    int steps = 0;
  };

  void attend(transport::Slot slot);
  void read(transport::Slot slot);
  void write(transport::Slot slot);

  Peer peer_ = Peer::echoes;
  Tcp<most, 2> tcp_;
  std::array<Guest, most> guests_;
  std::size_t last_ = 0;
};

/// Answers questions for `peer.example` with 127.0.0.1, for `unclear.example` with an error, not for `unanswered.example`, and
/// says of others that they do not exist.
class NameServer {
 public:
  NameServer();
  ~NameServer();
  int questions = 0;

 private:
  static void on_question(void* server, udp_pcb* block, pbuf* packet, const ip_addr_t* from, u16_t port);
  udp_pcb* block_;
};

}  // namespace prometheus_express::lwip
