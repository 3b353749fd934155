// aosong/aht20: Temperature and humidity sensor. Generated from its description; do not edit.
#include "aosong_aht20.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_1afff0b5 {

template <class Real>
Real AosongAht20::Readings::temperature() const {
  return Real(200 * temperature_code_) / Real(1048576) - Real(50);
}
template float AosongAht20::Readings::temperature<float>() const;
template double AosongAht20::Readings::temperature<double>() const;

template <class Real>
Real AosongAht20::Readings::relative_humidity() const {
  return Real(humidity_code_) / Real(1048576);
}
template float AosongAht20::Readings::relative_humidity<float>() const;
template double AosongAht20::Readings::relative_humidity<double>() const;

template <class Real>
Real AosongAht20::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float AosongAht20::Readings::value<float>(std::uint8_t channel) const;
template double AosongAht20::Readings::value<double>(std::uint8_t channel) const;

bool AosongAht20::set(Settings&, std::string_view, std::string_view) {
  return false;
}

void AosongAht20::run() {
  switch (position()) {
    // start, from power-up on
    case 0:  // wait: 100 ms
      wait(100000, 1);
      return;
    // measure: a sample starts here
    case 1:  // exchange: calibrated
      buffer_[0] = 0x71;
      transfer(buffer_.data(), 1, 1, 2);
      return;
    case 2: {  // exchange, continued
      const std::uint8_t calibrated = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 4, 1));
      // if
      if (calibrated != 0) {
        return go(4);
      }
      // send: 0xBE, 0x08, 0x00
      buffer_[0] = 0xBE;
      buffer_[1] = 0x08;
      buffer_[2] = 0x00;
      transfer(buffer_.data(), 3, 0, 3);
      return;
    }
    case 3:  // wait: 10 ms
      wait(10000, 4);
      return;
    case 4:  // send: 0xAC, 0x33, 0x00
      buffer_[0] = 0xAC;
      buffer_[1] = 0x33;
      buffer_[2] = 0x00;
      transfer(buffer_.data(), 3, 0, 5);
      return;
    case 5:  // wait: 80 ms
      wait(80000, 6);
      return;
    case 6:  // repeat: at most 20 times, every 10 ms
      set_repeats(19);
      [[fallthrough]];
    case 7:  // receive: busy
      transfer(buffer_.data(), 0, 1, 8);
      return;
    case 8: {  // receive, continued
      const std::uint8_t busy = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 1));
      // repeat, continued
      if (busy == 0) {
        return go(9);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(10000, 7);
      return;
    }
    case 9:  // receive: humidity_code, temperature_code
      transfer(buffer_.data(), 0, 7, 10);
      return;
    case 10:  // receive, continued
      if (px::crc8({buffer_.data(), 6}, 0x31, 0xFF) != buffer_[6]) {
        return fail(px::sensors::Failure::crc);
      }
      readings_.humidity_code_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 8, 20));
      readings_.temperature_code_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 28, 20));
      // publish: temperature, relative_humidity
      publish(0);  // temperature
      publish(1);  // relative_humidity
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_1afff0b5
