// silabs/si7021: Temperature and humidity sensor; understands the commands of the HTU21D. Generated from its
// description; do not edit.
#include "silabs_si7021.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_0e2460a5 {

template <class Real>
Real SilabsSi7021::Readings::temperature() const {
  return Real(175.72) * Real(temperature_code_) / Real(65536) - Real(46.85);
}
template float SilabsSi7021::Readings::temperature<float>() const;
template double SilabsSi7021::Readings::temperature<double>() const;

template <class Real>
Real SilabsSi7021::Readings::relative_humidity() const {
  return px::sensors::clamp<Real>(Real(125 * humidity_code_) / Real(65536) - Real(6), Real(0), Real(100)) / Real(100);
}
template float SilabsSi7021::Readings::relative_humidity<float>() const;
template double SilabsSi7021::Readings::relative_humidity<double>() const;

template <class Real>
Real SilabsSi7021::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float SilabsSi7021::Readings::value<float>(std::uint8_t channel) const;
template double SilabsSi7021::Readings::value<double>(std::uint8_t channel) const;

bool SilabsSi7021::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void SilabsSi7021::run() {
  switch (position()) {
    // start, from power-up on
    case 0:  // send: 0xFE
      buffer_[0] = 0xFE;
      transfer(buffer_.data(), 1, 0, 1);
      return;
    case 1:  // wait: 15 ms
      wait(15000, 2);
      return;
    case 2:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(4);
      }
      // exchange: model
      buffer_[0] = 0xFC;
      buffer_[1] = 0xC9;
      transfer(buffer_.data(), 2, 3, 3);
      return;
    case 3: {  // exchange, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0x00) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      const std::uint8_t model = buffer_[0];
      // check
      if (model != 21) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 4:  // exchange: user
      buffer_[0] = 0xE7;
      transfer(buffer_.data(), 1, 1, 5);
      return;
    case 5: {  // exchange, continued
      const std::uint8_t user = buffer_[0];
      // send
      buffer_[0] = 0xE6;
      buffer_[1] = static_cast<std::uint8_t>(user & 58);
      transfer(buffer_.data(), 2, 0, 6);
      return;
    }
    // measure: a sample starts here
    case 6:  // part
      set_rescue(11);
      // send: 0xF5
      buffer_[0] = 0xF5;
      transfer(buffer_.data(), 1, 0, 7);
      return;
    case 7:  // wait: 22800 us
      wait(22800, 8);
      return;
    case 8:  // receive: humidity_code
      set_tries(20, 9);
      [[fallthrough]];
    case 9:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 3, 10, 2000);
      return;
    case 10:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0x00) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      readings_.humidity_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // check
      if (readings_.humidity_code_ == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: relative_humidity
      publish(1);  // relative_humidity
      [[fallthrough]];
    case 11:  // part, continued
      set_rescue(no_rescue);
      // part
      set_rescue(16);
      // send: 0xF3
      buffer_[0] = 0xF3;
      transfer(buffer_.data(), 1, 0, 12);
      return;
    case 12:  // wait: 10800 us
      wait(10800, 13);
      return;
    case 13:  // receive: temperature_code
      set_tries(20, 14);
      [[fallthrough]];
    case 14:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 3, 15, 2000);
      return;
    case 15:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0x00) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      readings_.temperature_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // check
      if (readings_.temperature_code_ == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: temperature
      publish(0);  // temperature
      [[fallthrough]];
    case 16:  // part, continued
      set_rescue(no_rescue);
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_0e2460a5
