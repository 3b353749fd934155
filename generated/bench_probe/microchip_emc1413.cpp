// microchip/emc1413: Temperature sensor with two remote diodes. Generated from its description; do not edit.
#include "microchip_emc1413.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_dcbb0cdd {

std::int32_t MicrochipEmc1413::Readings::lowest() const {
  return wide_ != 0 ? 64 : 0;
}

template <class Real>
Real MicrochipEmc1413::Readings::temperature_internal() const {
  return Real(internal_whole_) + Real(internal_part_ >> 5) / Real(8) - Real(lowest());
}
template float MicrochipEmc1413::Readings::temperature_internal<float>() const;
template double MicrochipEmc1413::Readings::temperature_internal<double>() const;

template <class Real>
Real MicrochipEmc1413::Readings::temperature_external1() const {
  return Real(external1_whole_) + Real(external1_part_ >> 5) / Real(8) - Real(lowest());
}
template float MicrochipEmc1413::Readings::temperature_external1<float>() const;
template double MicrochipEmc1413::Readings::temperature_external1<double>() const;

template <class Real>
Real MicrochipEmc1413::Readings::temperature_external2() const {
  return Real(external2_whole_) + Real(external2_part_ >> 5) / Real(8) - Real(lowest());
}
template float MicrochipEmc1413::Readings::temperature_external2<float>() const;
template double MicrochipEmc1413::Readings::temperature_external2<double>() const;

template <class Real>
Real MicrochipEmc1413::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature_internal<Real>();
    case 1:
      return temperature_external1<Real>();
    case 2:
      return temperature_external2<Real>();
    default:
      return Real{};
  }
}
template float MicrochipEmc1413::Readings::value<float>(std::uint8_t channel) const;
template double MicrochipEmc1413::Readings::value<double>(std::uint8_t channel) const;

bool MicrochipEmc1413::set(Settings& settings, std::string_view name, std::string_view value) {
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

void MicrochipEmc1413::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    case 0:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(3);
      }
      // read: product (0xFD)
      buffer_[0] = 0xFD;
      transfer(buffer_.data(), 1, 1, 1);
      return;
    case 1: {  // read: product (0xFD), continued
      const std::uint8_t product_id = buffer_[0];
      // check
      if (product_id != 33) {
        return fail(px::sensors::Failure::wrong_id);
      }
      // read: manufacturer (0xFE)
      buffer_[0] = 0xFE;
      transfer(buffer_.data(), 1, 1, 2);
      return;
    }
    case 2: {  // read: manufacturer (0xFE), continued
      const std::uint8_t manufacturer_id = buffer_[0];
      // check
      if (manufacturer_id != 93) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 3:  // write: configuration (0x03)
      buffer_[1] = static_cast<std::uint8_t>((readings_.settings.extended_range ? 1 : 0) << 2);  // configuration: wide
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 2, 0, 4);
      return;
    case 4:  // write: conversion_rate (0x04)
      buffer_[1] = 0x06;  // conversion_rate
      buffer_[0] = 0x04;
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // write: beta1 (0x25)
      buffer_[1] = 0x08;  // beta1
      buffer_[0] = 0x25;
      transfer(buffer_.data(), 2, 0, 6);
      return;
    case 6:  // write: beta2 (0x26)
      buffer_[1] = 0x08;  // beta2
      buffer_[0] = 0x26;
      transfer(buffer_.data(), 2, 0, 7);
      return;
    case 7:  // write: ideality1 (0x27)
      buffer_[1] = 0x12;  // ideality1
      buffer_[0] = 0x27;
      transfer(buffer_.data(), 2, 0, 8);
      return;
    case 8:  // write: ideality2 (0x28)
      buffer_[1] = 0x12;  // ideality2
      buffer_[0] = 0x28;
      transfer(buffer_.data(), 2, 0, 9);
      return;
    case 9:  // wait: 500 ms
      wait(500000, 10);
      return;
    // measure: a sample starts here
    case 10:  // read: configuration (0x03)
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 1, 1, 11);
      return;
    case 11:  // read: configuration (0x03), continued
      readings_.wide_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 5, 1));
      // if
      if (readings_.wide_ == (readings_.settings.extended_range ? 1 : 0)) {
        return go(15);
      }
      // write: configuration (0x03)
      buffer_[1] = static_cast<std::uint8_t>((readings_.settings.extended_range ? 1 : 0) << 2);  // configuration: wide
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 2, 0, 12);
      return;
    case 12:  // wait: 500 ms
      wait(500000, 13);
      return;
    case 13:  // read: configuration (0x03)
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 1, 1, 14);
      return;
    case 14:  // read: configuration (0x03), continued
      readings_.wide_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 5, 1));
      [[fallthrough]];
    case 15:  // read: internal_high (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 1, 16);
      return;
    case 16:  // read: internal_high (0x00), continued
      readings_.internal_whole_ = buffer_[0];
      // read: internal_low (0x29)
      buffer_[0] = 0x29;
      transfer(buffer_.data(), 1, 1, 17);
      return;
    case 17:  // read: internal_low (0x29), continued
      readings_.internal_part_ = buffer_[0];
      // read: external1_high (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 1, 18);
      return;
    case 18:  // read: external1_high (0x01), continued
      readings_.external1_whole_ = buffer_[0];
      // read: external1_low (0x10)
      buffer_[0] = 0x10;
      transfer(buffer_.data(), 1, 1, 19);
      return;
    case 19:  // read: external1_low (0x10), continued
      readings_.external1_part_ = buffer_[0];
      // read: external2_high (0x23)
      buffer_[0] = 0x23;
      transfer(buffer_.data(), 1, 1, 20);
      return;
    case 20:  // read: external2_high (0x23), continued
      readings_.external2_whole_ = buffer_[0];
      // read: external2_low (0x24)
      buffer_[0] = 0x24;
      transfer(buffer_.data(), 1, 1, 21);
      return;
    case 21:  // read: external2_low (0x24), continued
      readings_.external2_part_ = buffer_[0];
      // read: diode_faults (0x1B)
      buffer_[0] = 0x1B;
      transfer(buffer_.data(), 1, 1, 22);
      return;
    case 22:  // read: diode_faults (0x1B), continued
      readings_.faults_ = buffer_[0];
      // check
      if (readings_.faults_ == 255) {
        return fail(px::sensors::Failure::no_data);
      }
      // if
      if (readings_.internal_whole_ != 0 || readings_.internal_part_ != 0) {
        return go(24);
      }
      // read: manufacturer (0xFE)
      buffer_[0] = 0xFE;
      transfer(buffer_.data(), 1, 1, 23);
      return;
    case 23: {  // read: manufacturer (0xFE), continued
      const std::uint8_t manufacturer_id = buffer_[0];
      // check
      if (manufacturer_id == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 24:  // check
      if (
          ((readings_.internal_whole_ | readings_.external1_whole_ | readings_.external2_whole_) >= 128
            && readings_.wide_ == 0) || (readings_.internal_whole_ & readings_.internal_part_) == 255
          || (readings_.external1_whole_ & readings_.external1_part_) == 255
          || (readings_.external2_whole_ & readings_.external2_part_) == 255) {
        return fail(px::sensors::Failure::out_of_range);
      }
      // publish: temperature
      if (readings_.internal_whole_ * 8 + (readings_.internal_part_ >> 5) - readings_.lowest() * 8 <= 1535) {
        publish(0);  // temperature.internal
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if ((readings_.faults_ & 2) == 0) {
        if (readings_.external1_whole_ * 8 + (readings_.external1_part_ >> 5) - readings_.lowest() * 8 <= 1535) {
          publish(1);  // temperature.external1
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::fault);
      }
      if ((readings_.faults_ & 4) == 0) {
        if (readings_.external2_whole_ * 8 + (readings_.external2_part_ >> 5) - readings_.lowest() * 8 <= 1535) {
          publish(2);  // temperature.external2
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

}  // namespace prometheus_express::devices::inline text_dcbb0cdd
