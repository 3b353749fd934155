// maxim/max1111: Analog-to-digital converter with 4 inputs and 8 bits. Generated from its description; do not edit.
#include "maxim_max1111.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_9dc1e2ef {

template <class Real>
Real MaximMax1111::Readings::voltage(std::uint8_t turn) const {
  return Real(code_[turn]) * (Real(settings.reference_volts.count) / Real(10000)) / Real(256);
}
template float MaximMax1111::Readings::voltage<float>(std::uint8_t turn) const;
template double MaximMax1111::Readings::voltage<double>(std::uint8_t turn) const;

template <class Real>
Real MaximMax1111::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return voltage<Real>(0);
    case 1:
      return voltage<Real>(1);
    case 2:
      return voltage<Real>(2);
    case 3:
      return voltage<Real>(3);
    default:
      return Real{};
  }
}
template float MaximMax1111::Readings::value<float>(std::uint8_t channel) const;
template double MaximMax1111::Readings::value<double>(std::uint8_t channel) const;

bool MaximMax1111::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "reference_volts") {
    return px::sensors::read_number(value, 4, 1, 1000000, settings.reference_volts.count);
  }
  return false;
}

void MaximMax1111::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // send: 0x8F, 0x00, 0x00
      buffer_[0] = 0x8F;
      buffer_[1] = 0x00;
      buffer_[2] = 0x00;
      transfer(buffer_.data(), 3, 0, 1);
      return;
    case 1:  // wait: 25 ms
      wait(25000, 2);
      return;
    // measure: a sample starts here
    case 2:  // each: 4 turns
      turn_ = 0;
      [[fallthrough]];
    case 3:  // exchange: leading_zeros, code, trailing_zeros
      buffer_[0] = static_cast<std::uint8_t>(143 | ((turn_ & 0x1) << 6) | (((turn_ >> 1) & 0x1) << 5));
      buffer_[1] = 0x00;
      buffer_[2] = 0x00;
      transfer(buffer_.data(), 3, 3, 4);
      return;
    case 4: {  // exchange, continued
      const std::uint8_t leading_zeros = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 8, 2));
      readings_.code_[turn_] = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 10, 8));
      const std::uint8_t trailing_zeros = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 18, 6));
      // check
      if (leading_zeros != 0 || trailing_zeros != 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: voltage
      publish(turn_);  // voltage
      // each, continued
      if (++turn_ < 4) {
        return go(3);
      }
      return finish();
    }
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_9dc1e2ef
