// sensirion/sgp30: Indoor air quality sensor; reads 400 ppm and 0 ppb in its first 15 s. Generated from its
// description; do not edit.
#include "sensirion_sgp30.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_b548b5d0 {

template <class Real>
Real SensirionSgp30::Readings::c() const {
  return Real(settings.compensation_temperature_celsius.count) / Real(1000);
}

template <class Real>
Real SensirionSgp30::Readings::saturation() const {
  return Real(6.112) * px::sensors::exponential<Real>(Real(17.62) * c<Real>() / (Real(243.12) + c<Real>()));
}

template <class Real>
Real SensirionSgp30::Readings::grams() const {
  return Real(216.7) * (Real(settings.compensation_relative_humidity_ratio.count) / Real(1000000))
      * saturation<Real>() / (Real(273.15) + c<Real>());
}

template <class Real>
std::int32_t SensirionSgp30::Readings::humidity_code() const {
  return static_cast<std::int32_t>(
      px::sensors::clamp<Real>(grams<Real>() * Real(256) + Real(0.5), Real(1), Real(65535)));
}

template <class Real>
Real SensirionSgp30::Readings::eco2() const {
  return Real(eco2_);
}
template float SensirionSgp30::Readings::eco2<float>() const;
template double SensirionSgp30::Readings::eco2<double>() const;

template <class Real>
Real SensirionSgp30::Readings::tvoc() const {
  return Real(tvoc_);
}
template float SensirionSgp30::Readings::tvoc<float>() const;
template double SensirionSgp30::Readings::tvoc<double>() const;

template <class Real>
Real SensirionSgp30::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return eco2<Real>();
    case 1:
      return tvoc<Real>();
    default:
      return Real{};
  }
}
template float SensirionSgp30::Readings::value<float>(std::uint8_t channel) const;
template double SensirionSgp30::Readings::value<double>(std::uint8_t channel) const;

bool SensirionSgp30::set(Settings& settings, std::string_view name, std::string_view value) {
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

void SensirionSgp30::run() {
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
    case 2:  // receive: product_type
      set_tries(20, 3);
      [[fallthrough]];
    case 3:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 3, 4, 2000);
      return;
    case 4: {  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      const std::uint8_t product_type = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 4));
      // check
      if (product_type != 0) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 5:  // send: 0x2003
      px::sensors::put(buffer_.data(), 0x2003, 2);
      transfer(buffer_.data(), 2, 0, 6);
      return;
    case 6:  // wait: 10 ms
      wait(10000, 7);
      return;
    // measure: a sample starts here
    case 7:  // send
      px::sensors::put(buffer_.data(), 0x2061, 2);
      px::sensors::put(buffer_.data() + 2, static_cast<std::uint32_t>(readings_.humidity_code<float>()), 2);
      buffer_[4] = px::crc8({buffer_.data() + 2, 2}, 0x31, 0xFF);
      transfer(buffer_.data(), 5, 0, 8);
      return;
    case 8:  // wait: 10 ms
      wait(10000, 9);
      return;
    case 9:  // send: 0x2008
      px::sensors::put(buffer_.data(), 0x2008, 2);
      transfer(buffer_.data(), 2, 0, 10);
      return;
    case 10:  // wait: 12 ms
      wait(12000, 11);
      return;
    case 11:  // receive: eco2, tvoc
      set_tries(20, 12);
      [[fallthrough]];
    case 12:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 6, 13, 2000);
      return;
    case 13:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      if (px::crc8({buffer_.data() + 3, 2}, 0x31, 0xFF) != buffer_[5]) {
        return fail(px::sensors::Failure::crc);
      }
      readings_.eco2_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      readings_.tvoc_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 24, 16));
      // publish: eco2, tvoc
      if (readings_.eco2_ >= 400 && readings_.eco2_ <= 60000) {
        publish(0);  // eco2
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if (readings_.tvoc_ <= 60000) {
        publish(1);  // tvoc
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_b548b5d0
