// What all sockets of a chip share while it is polled.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/ports/w5500/chip.hpp"
#include "prometheus_express/ports/w5500/statistics.hpp"

namespace prometheus_express::w5500 {

class Stream;

/// Received bytes of one stream beyond those that were asked for: the server takes a few at a time, and each read of the
/// chip costs a window.
struct ReadAhead {
  static constexpr std::size_t size = 256;

  const Stream* owner = nullptr;
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
  std::array<std::uint8_t, size> bytes = {};
};

struct Context {
  Chip& chip;
  ReadAhead& read_ahead;
  Time now;
  Statistics statistics;
  bool doubt = false;     // something was read that cannot be: is this chip still ours?
  bool stuck = false;     // nothing but a reset helps
  bool may_open = false;  // there is an address, so sockets may be opened
};

}  // namespace prometheus_express::w5500
