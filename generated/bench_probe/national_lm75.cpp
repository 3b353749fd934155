// national/lm75: Temperature sensor. Generated from its description; do not edit.
#include "national_lm75.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_7add1feb {

template <class Real>
Real NationalLm75::Readings::temperature() const {
  return Real(code_) / Real(2);
}
template float NationalLm75::Readings::temperature<float>() const;
template double NationalLm75::Readings::temperature<double>() const;

template <class Real>
Real NationalLm75::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float NationalLm75::Readings::value<float>(std::uint8_t channel) const;
template double NationalLm75::Readings::value<double>(std::uint8_t channel) const;

bool NationalLm75::set(Settings&, std::string_view, std::string_view) {
  return false;
}

void NationalLm75::run() {
  switch (position()) {
    // start, from power-up on
    case 0:  // write: configuration (0x01)
      buffer_[1] = 0x08;  // configuration: fault_queue
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait: 300 ms
      wait(300000, 2);
      return;
    // measure: a sample starts here
    case 2:  // read: temperature (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 3);
      return;
    case 3:  // read: temperature (0x00), continued
      readings_.code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 9));
      // if
      if (readings_.code_ != 0 && readings_.code_ != -1) {
        return go(5);
      }
      // read: configuration (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 1, 4);
      return;
    case 4: {  // read: configuration (0x01), continued
      const std::uint8_t zeros = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 3));
      const std::uint8_t fault_queue = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 3, 2));
      // check
      if (fault_queue != 1 || zeros != 0) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 5:  // publish: temperature
      if (readings_.code_ >= -120) {
        publish(0);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_7add1feb
