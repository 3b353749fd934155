// maxim/max31855: Thermocouple-to-digital converter with cold-junction compensation. Generated from its description; do not edit.
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
    case 0:
      wait(200000, 1);
      return;
    case 1:  // a sample starts here
      wait(100000, 2);
      return;
    case 2:
      transfer(buffer_.data(), 0, 4, 3);
      return;
    case 3:
      thermocouple_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 14));
      zero_17_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      fault_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 15, 1));
      internal_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 16, 12));
      zero_3_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 28, 1));
      short_to_supply_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 29, 1));
      short_to_ground_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 30, 1));
      open_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 31, 1));
      if (!(zero_17_ == 0 && zero_3_ == 0)) {
        return fail(px::sensors::Failure::fault);
      }
      if (!(thermocouple_ != 0 || internal_ != 0 || fault_ != 0 || open_ != 0 || short_to_ground_ != 0 || short_to_supply_ != 0)) {
        return fail(px::sensors::Failure::fault);
      }
      if (!(fault_ != 0 || open_ != 0 || short_to_ground_ != 0 || short_to_supply_ != 0)) {
        if (thermocouple_ >= -1080 && thermocouple_ <= 7200) {
          publish(0);
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::fault);
      }
      if (internal_ >= -880) {
        publish(1);
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace bench_probe
