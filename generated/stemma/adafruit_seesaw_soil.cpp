// adafruit/seesaw-soil: STEMMA soil sensor, capacitance and temperature. Generated from its description; do not edit.
#include "adafruit_seesaw_soil.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_450fcb0e {

template <class Real>
Real AdafruitSeesawSoil::Readings::moisture_capacitance() const {
  return Real(moisture_);
}
template float AdafruitSeesawSoil::Readings::moisture_capacitance<float>() const;
template double AdafruitSeesawSoil::Readings::moisture_capacitance<double>() const;

template <class Real>
Real AdafruitSeesawSoil::Readings::temperature() const {
  return Real(temperature_code_) / Real(65536);
}
template float AdafruitSeesawSoil::Readings::temperature<float>() const;
template double AdafruitSeesawSoil::Readings::temperature<double>() const;

template <class Real>
Real AdafruitSeesawSoil::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return moisture_capacitance<Real>();
    case 1:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float AdafruitSeesawSoil::Readings::value<float>(std::uint8_t channel) const;
template double AdafruitSeesawSoil::Readings::value<double>(std::uint8_t channel) const;

bool AdafruitSeesawSoil::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void AdafruitSeesawSoil::run() {
  switch (position()) {
    // start, from power-up on
    case 0:  // write: reset (0x7F)
      buffer_[2] = 0xFF;  // reset
      px::sensors::put(buffer_.data(), 0x7F, 2);
      transfer(buffer_.data(), 3, 0, 1);
      return;
    case 1:  // wait: 500 ms
      wait(500000, 2);
      return;
    case 2:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(6);
      }
      // read: hardware (0x01)
      px::sensors::put(buffer_.data(), 0x01, 2);
      transfer(buffer_.data(), 2, 0, 3);
      return;
    case 3:  // read: hardware (0x01), continued
      wait(5000, 4);
      return;
    case 4:  // read: hardware (0x01), continued
      transfer(buffer_.data(), 0, 1, 5);
      return;
    case 5: {  // read: hardware (0x01), continued
      const std::uint8_t id = buffer_[0];
      // check
      if (id != 85 && (id < 132 || id > 137) && id != 70) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // measure: a sample starts here
    case 6:  // part
      set_rescue(14);
      // read: temperature (0x04)
      px::sensors::put(buffer_.data(), 0x04, 2);
      transfer(buffer_.data(), 2, 0, 7);
      return;
    case 7:  // read: temperature (0x04), continued
      wait(5000, 8);
      return;
    case 8:  // read: temperature (0x04), continued
      transfer(buffer_.data(), 0, 4, 9);
      return;
    case 9:  // read: temperature (0x04), continued
      readings_.temperature_code_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 2, 30));
      // if
      if (readings_.temperature_code_ != 0) {
        return go(13);
      }
      // read: hardware (0x01)
      px::sensors::put(buffer_.data(), 0x01, 2);
      transfer(buffer_.data(), 2, 0, 10);
      return;
    case 10:  // read: hardware (0x01), continued
      wait(5000, 11);
      return;
    case 11:  // read: hardware (0x01), continued
      transfer(buffer_.data(), 0, 1, 12);
      return;
    case 12: {  // read: hardware (0x01), continued
      const std::uint8_t id = buffer_[0];
      // check
      if (id == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 13:  // publish: temperature
      if (readings_.temperature_code_ <= 9830400) {
        publish(1);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      [[fallthrough]];
    case 14:  // part, continued
      set_rescue(no_rescue);
      // part
      set_rescue(24);
      // repeat: at most 5 times, every 10 ms
      set_repeats(4);
      [[fallthrough]];
    case 15:  // read: touch (0xF10)
      px::sensors::put(buffer_.data(), 0xF10, 2);
      transfer(buffer_.data(), 2, 0, 16);
      return;
    case 16:  // read: touch (0xF10), continued
      wait(5000, 17);
      return;
    case 17:  // read: touch (0xF10), continued
      transfer(buffer_.data(), 0, 2, 18);
      return;
    case 18:  // read: touch (0xF10), continued
      readings_.moisture_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // repeat, continued
      if (readings_.moisture_ <= 4095) {
        return go(19);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::no_data);
      }
      wait(10000, 15);
      return;
    case 19:  // if
      if (readings_.moisture_ != 0) {
        return go(23);
      }
      // read: hardware (0x01)
      px::sensors::put(buffer_.data(), 0x01, 2);
      transfer(buffer_.data(), 2, 0, 20);
      return;
    case 20:  // read: hardware (0x01), continued
      wait(5000, 21);
      return;
    case 21:  // read: hardware (0x01), continued
      transfer(buffer_.data(), 0, 1, 22);
      return;
    case 22: {  // read: hardware (0x01), continued
      const std::uint8_t id = buffer_[0];
      // check
      if (id == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 23:  // publish: moisture_capacitance
      if (readings_.moisture_ <= 4095) {
        publish(0);  // moisture_capacitance
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      [[fallthrough]];
    case 24:  // part, continued
      set_rescue(no_rescue);
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_450fcb0e
