// maxim/max31855: Thermocouple-to-digital converter with cold-junction compensation. Generated from its description; do
// not edit.
#include "bench_probe_maxim_max31855.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace bench_probe {
namespace {

}  // namespace

template <class Real>
Real MaximMax31855::temperature_thermocouple() const {
  return Real(thermocouple_) / Real(4);
}
template float MaximMax31855::temperature_thermocouple<float>() const;
template double MaximMax31855::temperature_thermocouple<double>() const;

template <class Real>
Real MaximMax31855::temperature_internal() const {
  return Real(internal_) / Real(16);
}
template float MaximMax31855::temperature_internal<float>() const;
template double MaximMax31855::temperature_internal<double>() const;

std::int32_t MaximMax31855::temperature_thermocouple_e3() const {
  return thermocouple_ * 250;
}

std::int32_t MaximMax31855::temperature_internal_e3() const {
  return px::sensors::rounded_quotient<std::int32_t>(internal_ * 125, 2);
}

template <class Real>
Real MaximMax31855::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature_thermocouple<Real>();
    case 1:
      return temperature_internal<Real>();
    default:
      return Real{};
  }
}
template float MaximMax31855::value<float>(std::uint8_t channel) const;
template double MaximMax31855::value<double>(std::uint8_t channel) const;

bool MaximMax31855::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
                        [[maybe_unused]] std::string_view value) {
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
      thermocouple_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 14));
      const std::uint8_t zero_17 = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      fault_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 15, 1));
      internal_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 16, 12));
      const std::uint8_t zero_3 = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 28, 1));
      short_to_supply_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 29, 1));
      short_to_ground_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 30, 1));
      open_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 31, 1));
      // check
      if (zero_17 != 0 || zero_3 != 0) {
        return fail(px::sensors::Failure::fault);
      }
      // check
      if (thermocouple_ == 0 && internal_ == 0 && fault_ == 0 && open_ == 0 && short_to_ground_ == 0
          && short_to_supply_ == 0) {
        return fail(px::sensors::Failure::fault);
      }
      // publish: temperature
      if (fault_ == 0 && open_ == 0 && short_to_ground_ == 0 && short_to_supply_ == 0) {
        if (thermocouple_ >= -1080 && thermocouple_ <= 7200) {
          publish(0);  // temperature.thermocouple
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::fault);
      }
      if (internal_ >= -880) {
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

}  // namespace bench_probe
