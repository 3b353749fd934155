// Connections that the chip has forgotten, by CLOSE or a reset: the peer hears nothing until it sends, and then a RST.
#pragma once

#include <poll.h>

#include <vector>

#include "host_stream.hpp"

namespace prometheus_express::simulated_w5500 {

class Ghosts {
 public:
  /// `ended`: the peer's FIN was received, so that only its own limit ends it.
  void add(HostStream stream, bool ended, Microseconds now);

  /// Answers those whose peers have sent something. `reachable`: the link is up.
  void run(Microseconds now, bool reachable);

  [[nodiscard]] std::size_t count() const { return ghosts_.size(); }

 private:
  static constexpr std::size_t kept = 256;
  static constexpr Microseconds longest = 120'000'000;

  struct Ghost {
    HostStream stream;
    bool ended = false;
    Microseconds since = 0;
  };

  std::vector<Ghost> ghosts_;
  std::vector<pollfd> watched_;
};

}  // namespace prometheus_express::simulated_w5500
