// sensirion/sgp40: Raw signal of a VOC sensor; it falls where there are more volatile organic compounds. Generated from
// its description; do not edit.
#include "sensirion_sgp40.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_3281f90f {

template <class Real>
std::int32_t SensirionSgp40::Readings::humidity_code() const {
  return static_cast<std::int32_t>((std::int64_t{settings.compensation_relative_humidity_ratio.count} * 13107 + 100000)
      / 200000);
}

template <class Real>
std::int32_t SensirionSgp40::Readings::temperature_code() const {
  return static_cast<std::int32_t>(
      (std::int64_t{settings.compensation_temperature_celsius.count + 45000} * 13107 + 17500) / 35000);
}

template <class Real>
Real SensirionSgp40::Readings::voc_raw() const {
  return Real(ticks_);
}
template float SensirionSgp40::Readings::voc_raw<float>() const;
template double SensirionSgp40::Readings::voc_raw<double>() const;

template <class Real>
Real SensirionSgp40::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return voc_raw<Real>();
    default:
      return Real{};
  }
}
template float SensirionSgp40::Readings::value<float>(std::uint8_t channel) const;
template double SensirionSgp40::Readings::value<double>(std::uint8_t channel) const;

bool SensirionSgp40::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "compensation_temperature_celsius") {
    return px::sensors::read_number(value, 3, -45000, 130000, settings.compensation_temperature_celsius.count);
  }
  if (name == "compensation_relative_humidity_ratio") {
    return px::sensors::read_number(value, 6, 0, 1000000, settings.compensation_relative_humidity_ratio.count);
  }
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void SensirionSgp40::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    case 0:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(5);
      }
      // send: 0x202F
      px::sensors::put(buffer_.data(), 0x202F, 2);
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait: 10 ms
      wait(10000, 2);
      return;
    case 2:  // receive: family
      set_tries(20, 3);
      [[fallthrough]];
    case 3:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 3, 4, 2000);
      return;
    case 4: {  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      const std::uint8_t family = buffer_[0];
      // check
      if (family != 50) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // measure: a sample starts here
    case 5:  // send
      px::sensors::put(buffer_.data(), 0x260F, 2);
      px::sensors::put(buffer_.data() + 2, static_cast<std::uint32_t>(readings_.humidity_code<float>()), 2);
      buffer_[4] = px::crc8({buffer_.data() + 2, 2}, 0x31, 0xFF);
      px::sensors::put(buffer_.data() + 5, static_cast<std::uint32_t>(readings_.temperature_code<float>()), 2);
      buffer_[7] = px::crc8({buffer_.data() + 5, 2}, 0x31, 0xFF);
      transfer(buffer_.data(), 8, 0, 6);
      return;
    case 6:  // wait: 30 ms
      wait(30000, 7);
      return;
    case 7:  // receive: ticks
      set_tries(20, 8);
      [[fallthrough]];
    case 8:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 3, 9, 2000);
      return;
    case 9:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      readings_.ticks_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // publish: voc_raw
      publish(0);  // voc_raw
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_3281f90f
