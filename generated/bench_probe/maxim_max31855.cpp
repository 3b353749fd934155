// maxim/max31855: Thermocouple-to-digital converter with cold-junction compensation. Generated from its description; do
// not edit.
#include "maxim_max31855.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_ccfa6776 {

template <class Real>
Real MaximMax31855::Readings::temperature_thermocouple() const {
  return Real(thermocouple_) / Real(4);
}
template float MaximMax31855::Readings::temperature_thermocouple<float>() const;
template double MaximMax31855::Readings::temperature_thermocouple<double>() const;

template <class Real>
Real MaximMax31855::Readings::temperature_internal() const {
  return Real(internal_) / Real(16);
}
template float MaximMax31855::Readings::temperature_internal<float>() const;
template double MaximMax31855::Readings::temperature_internal<double>() const;

template <class Real>
Real MaximMax31855::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature_thermocouple<Real>();
    case 1:
      return temperature_internal<Real>();
    default:
      return Real{};
  }
}
template float MaximMax31855::Readings::value<float>(std::uint8_t channel) const;
template double MaximMax31855::Readings::value<double>(std::uint8_t channel) const;

bool MaximMax31855::set(Settings&, std::string_view, std::string_view) {
  return false;
}

void MaximMax31855::run() {
  switch (position()) {
    // start, from power-up on
    case 0:  // wait: 200 ms
      wait(200000, 1);
      return;
    // measure: a sample starts here
    case 1:  // wait: 100 ms
      wait(100000, 2);
      return;
    case 2:  // receive: thermocouple, zero_17, fault, internal, zero_3, short_to_supply, short_to_ground, open
      transfer(buffer_.data(), 0, 4, 3);
      return;
    case 3: {  // receive, continued
      readings_.thermocouple_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 14));
      const std::uint8_t zero_17 = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      readings_.fault_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 15, 1));
      readings_.internal_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 16, 12));
      const std::uint8_t zero_3 = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 28, 1));
      readings_.short_to_supply_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 29, 1));
      readings_.short_to_ground_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 30, 1));
      readings_.open_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 31, 1));
      // check
      if (zero_17 != 0 || zero_3 != 0) {
        return fail(px::sensors::Failure::fault);
      }
      // check
      if (readings_.thermocouple_ == 0 && readings_.internal_ == 0 && readings_.fault_ == 0 && readings_.open_ == 0
          && readings_.short_to_ground_ == 0 && readings_.short_to_supply_ == 0) {
        return fail(px::sensors::Failure::fault);
      }
      // publish: temperature
      if (readings_.fault_ == 0 && readings_.open_ == 0 && readings_.short_to_ground_ == 0
          && readings_.short_to_supply_ == 0) {
        if (readings_.thermocouple_ >= -1080 && readings_.thermocouple_ <= 7200) {
          publish(0);  // temperature.thermocouple
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::fault);
      }
      if (readings_.internal_ >= -880) {
        publish(1);  // temperature.internal
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    }
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_ccfa6776
