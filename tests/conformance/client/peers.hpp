// The peers of cases.hpp over the sockets of this machine, in the thread of the test: for ports whose connections end there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "world.hpp"

namespace conformance {

/// Listens for each kind of peer on 127.0.0.1, in ports of the system's choice.
class Peers {
 public:
  Peers();
  Peers(const Peers&) = delete;
  Peers& operator=(const Peers&) = delete;
  ~Peers();

  [[nodiscard]] std::uint16_t port(Peer peer) const { return places_[static_cast<std::size_t>(peer)].port; }
  /// An address where nobody answers at the port of `echoes`.
  static constexpr const char* silent_address = "127.0.0.3";
  /// One at which nobody listens.
  static constexpr const char* empty_address = "127.0.0.2";

  /// Everybody does what he can without waiting.
  void step();

  /// What was seen of the connection that came last.
  [[nodiscard]] Seen seen(Peer peer) const { return places_[static_cast<std::size_t>(peer)].seen; }

 private:
  static constexpr std::size_t kinds = static_cast<std::size_t>(Peer::hoards) + 1;

  struct Place {
    int listener = -1;
    std::uint16_t port = 0;
    Seen seen;
  };
  struct Guest {
    int socket = -1;
    Peer peer = Peer::echoes;
    std::uint32_t received = 0;
    std::uint32_t sent = 0;
    std::uint32_t to_send = 0;
    bool in_order = true;
    bool ended = false;  // the guest has
    bool ended_by_us = false;
    std::uint32_t idle = 0;   // steps in which no more came to a hoard
    int waiting = 0;          // bytes, the last time that was looked
    std::uint32_t order = 0;  // of its coming
  };

  void welcome(Peer peer);
  /// False when the guest has gone.
  bool attend(Guest& guest);
  bool read(Guest& guest);
  bool write(Guest& guest);
  void note(const Guest& guest, bool reset);

  std::array<Place, kinds> places_;
  std::vector<int> full_;  // sockets that keep the silent places' queues full
  std::vector<Guest> guests_;
  std::uint32_t guests_so_far_ = 0;
};

}  // namespace conformance
