// ti/tmp421: Temperature sensor with a remote diode. Generated from its description; do not edit.
#include "ti_tmp421.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_4aa93cca {

template <class Real>
Real TiTmp421::Readings::temperature_local() const {
  return wide_ != 0
      ? Real(local_code_) / Real(16) - Real(64) : Real(px::sensors::sign_extend(local_code_, 12)) / Real(16);
}
template float TiTmp421::Readings::temperature_local<float>() const;
template double TiTmp421::Readings::temperature_local<double>() const;

template <class Real>
Real TiTmp421::Readings::temperature_remote1() const {
  return wide_ != 0
      ? Real(remote1_code_) / Real(16) - Real(64) : Real(px::sensors::sign_extend(remote1_code_, 12)) / Real(16);
}
template float TiTmp421::Readings::temperature_remote1<float>() const;
template double TiTmp421::Readings::temperature_remote1<double>() const;

template <class Real>
Real TiTmp421::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature_local<Real>();
    case 1:
      return temperature_remote1<Real>();
    default:
      return Real{};
  }
}
template float TiTmp421::Readings::value<float>(std::uint8_t channel) const;
template double TiTmp421::Readings::value<double>(std::uint8_t channel) const;

bool TiTmp421::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "extended_range") {
    static constexpr std::string_view choices[] = {"false", "true"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.extended_range = static_cast<bool>(place);
      return true;
    }
    return false;
  }
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void TiTmp421::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    case 0:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(3);
      }
      // read: manufacturer (0xFE)
      buffer_[0] = 0xFE;
      transfer(buffer_.data(), 1, 1, 1);
      return;
    case 1: {  // read: manufacturer (0xFE), continued
      const std::uint8_t manufacturer_id = buffer_[0];
      // check
      if (manufacturer_id != 85) {
        return fail(px::sensors::Failure::wrong_id);
      }
      // read: device (0xFF)
      buffer_[0] = 0xFF;
      transfer(buffer_.data(), 1, 1, 2);
      return;
    }
    case 2: {  // read: device (0xFF), continued
      const std::uint8_t device_id = buffer_[0];
      // check
      if (device_id != 33) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 3:  // write: channels (0x0A)
      buffer_[1] = 0x1C;  // channels
      buffer_[0] = 0x0A;
      transfer(buffer_.data(), 2, 0, 4);
      return;
    case 4:  // write: conversion_rate (0x0B)
      buffer_[1] = 0x07;  // conversion_rate
      buffer_[0] = 0x0B;
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // write: correction (0x21)
      buffer_[1] = 0x00;  // correction
      buffer_[0] = 0x21;
      transfer(buffer_.data(), 2, 0, 6);
      return;
    case 6:  // write: configuration (0x09)
      buffer_[1] = static_cast<std::uint8_t>((readings_.settings.extended_range ? 1 : 0) << 2);  // configuration: wide
      buffer_[0] = 0x09;
      transfer(buffer_.data(), 2, 0, 7);
      return;
    case 7:  // wait: 350 ms
      wait(350000, 8);
      return;
    // measure: a sample starts here
    case 8:  // read: configuration (0x09)
      buffer_[0] = 0x09;
      transfer(buffer_.data(), 1, 1, 9);
      return;
    case 9:  // read: configuration (0x09), continued
      readings_.wide_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 5, 1));
      // if
      if (readings_.wide_ == (readings_.settings.extended_range ? 1 : 0)) {
        return go(13);
      }
      // write: configuration (0x09)
      buffer_[1] = static_cast<std::uint8_t>((readings_.settings.extended_range ? 1 : 0) << 2);  // configuration: wide
      buffer_[0] = 0x09;
      transfer(buffer_.data(), 2, 0, 10);
      return;
    case 10:  // wait: 350 ms
      wait(350000, 11);
      return;
    case 11:  // read: configuration (0x09)
      buffer_[0] = 0x09;
      transfer(buffer_.data(), 1, 1, 12);
      return;
    case 12:  // read: configuration (0x09), continued
      readings_.wide_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 5, 1));
      [[fallthrough]];
    case 13:  // read: local (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 14);
      return;
    case 14:  // read: local (0x00), continued
      readings_.local_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 12));
      readings_.local_supply_low_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      // read: remote1 (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 2, 15);
      return;
    case 15:  // read: remote1 (0x01), continued
      readings_.remote1_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 12));
      readings_.remote1_supply_low_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      readings_.remote1_open_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 15, 1));
      // if
      if (readings_.local_code_ != 0 || readings_.remote1_code_ != 0) {
        return go(17);
      }
      // read: manufacturer (0xFE)
      buffer_[0] = 0xFE;
      transfer(buffer_.data(), 1, 1, 16);
      return;
    case 16: {  // read: manufacturer (0xFE), continued
      const std::uint8_t manufacturer_id = buffer_[0];
      // check
      if (manufacturer_id == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 17:  // publish: temperature
      if (readings_.local_supply_low_ == 0) {
        if ((readings_.wide_ != 0 ? readings_.local_code_ - 1024 : px::sensors::sign_extend(readings_.local_code_, 12))
            >= -1024) {
          publish(0);  // temperature.local
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::fault);
      }
      if (readings_.remote1_supply_low_ == 0 && readings_.remote1_open_ == 0) {
        if (
            (readings_.wide_ != 0
              ? readings_.remote1_code_ - 1024 : px::sensors::sign_extend(readings_.remote1_code_, 12)) >= -1024) {
          publish(1);  // temperature.remote1
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::fault);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_4aa93cca
