// The common registers as they were written; what they mean for time-outs.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "prometheus_express/ports/simulated_w5500/options.hpp"
#include "registers.hpp"

namespace prometheus_express::simulated_w5500 {

class CommonRegisters {
 public:
  CommonRegisters() { reset(); }
  void reset();

  [[nodiscard]] std::uint8_t at(std::uint16_t offset) const { return bytes_[offset]; }
  void set(std::uint16_t offset, std::uint8_t value) { bytes_[offset] = value; }

  [[nodiscard]] Address address(std::uint16_t offset) const {
    return {bytes_[offset], bytes_[offset + 1U], bytes_[offset + 2U], bytes_[offset + 3U]};
  }
  [[nodiscard]] bool has_mac() const {
    return std::any_of(bytes_.begin() + common::shar, bytes_.begin() + common::sipr,
                       [](std::uint8_t byte) { return byte != 0; });
  }

  /// How long ARP is tried: RTR, RCR + 1 times.
  [[nodiscard]] Microseconds arp_timeout() const;
  /// How long TCP is tried: the wait doubles each time while it fits 16 bits.
  [[nodiscard]] Microseconds tcp_timeout() const;

 private:
  [[nodiscard]] unsigned retransmission() const {
    return static_cast<unsigned>(bytes_[common::rtr] << 8U | bytes_[common::rtr + 1U]);
  }

  std::array<std::uint8_t, common::end> bytes_ = {};
};

}  // namespace prometheus_express::simulated_w5500
