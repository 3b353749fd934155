// A count of 16 bits that may change between its two bytes.
#pragma once

#include "context.hpp"

namespace prometheus_express::simulated_w5500 {

class TornCount {
 public:
  /// One byte of a count that is `value` now; the high one comes first.
  [[nodiscard]] std::uint8_t read(Context& context, std::uint16_t value, bool high_byte) {
    if (!high_byte) {
      return low(value);
    }
    const std::uint16_t former = known_;
    known_ = value;
    if (former != value && context.chance(context.faults.tear)) {
      misled_ = true;
      return high(former);
    }
    return high(value);
  }

  /// The driver has ordered something, after which the old value is no more.
  void forget(std::uint16_t value) {
    known_ = value;
    misled_ = false;
  }

  /// A torn value was read since.
  [[nodiscard]] bool has_misled() const { return misled_; }

 private:
  std::uint16_t known_ = 0;
  bool misled_ = false;
};

}  // namespace prometheus_express::simulated_w5500
