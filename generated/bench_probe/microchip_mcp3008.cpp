// microchip/mcp3008: Analog-to-digital converter with 8 inputs and 10 bits. Generated from its description; do not
// edit.
#include "microchip_mcp3008.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_d2d4c319 {

template <class Real>
Real MicrochipMcp3008::Readings::voltage(std::uint8_t turn) const {
  return Real(code_[turn]) * (Real(settings.reference_volts.count) / Real(10000)) / Real(1024);
}
template float MicrochipMcp3008::Readings::voltage<float>(std::uint8_t turn) const;
template double MicrochipMcp3008::Readings::voltage<double>(std::uint8_t turn) const;

template <class Real>
Real MicrochipMcp3008::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return voltage<Real>(0);
    case 1:
      return voltage<Real>(1);
    case 2:
      return voltage<Real>(2);
    case 3:
      return voltage<Real>(3);
    case 4:
      return voltage<Real>(4);
    case 5:
      return voltage<Real>(5);
    case 6:
      return voltage<Real>(6);
    case 7:
      return voltage<Real>(7);
    default:
      return Real{};
  }
}
template float MicrochipMcp3008::Readings::value<float>(std::uint8_t channel) const;
template double MicrochipMcp3008::Readings::value<double>(std::uint8_t channel) const;

bool MicrochipMcp3008::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "reference_volts") {
    return px::sensors::read_number(value, 4, 1, 1000000, settings.reference_volts.count);
  }
  return false;
}

void MicrochipMcp3008::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // each: 8 turns
      turn_ = 0;
      [[fallthrough]];
    case 1:  // exchange: leading_zero, code
      buffer_[0] = 0x01;
      buffer_[1] = static_cast<std::uint8_t>(128 | (turn_ << 4));
      buffer_[2] = 0x00;
      transfer(buffer_.data(), 3, 3, 2);
      return;
    case 2: {  // exchange, continued
      const std::uint8_t leading_zero = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 13, 1));
      readings_.code_[turn_] = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 14, 10));
      // check
      if (leading_zero != 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: voltage
      publish(turn_);  // voltage
      // each, continued
      if (++turn_ < 8) {
        return go(1);
      }
      return finish();
    }
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_d2d4c319
