// infineon/dps310: Pressure and temperature sensor. Generated from its description; do not edit.
#include "infineon_dps310.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_00712669 {

std::int32_t InfineonDps310::Readings::together() const {
  return duration[static_cast<std::int32_t>(settings.pressure_oversampling)]
      + duration[static_cast<std::int32_t>(settings.temperature_oversampling)];
}

std::int32_t InfineonDps310::Readings::rate_code() const {
  return together() <= 250000 ? 2 : 1;
}

template <class Real>
Real InfineonDps310::Readings::t() const {
  return Real(T_) / Real(scale[static_cast<std::int32_t>(settings.temperature_oversampling)]);
}

template <class Real>
Real InfineonDps310::Readings::p() const {
  return Real(P_) / Real(scale[static_cast<std::int32_t>(settings.pressure_oversampling)]);
}

template <class Real>
Real InfineonDps310::Readings::temperature() const {
  return Real(c0_) / Real(2) + Real(c1_) * t<Real>();
}
template float InfineonDps310::Readings::temperature<float>() const;
template double InfineonDps310::Readings::temperature<double>() const;

template <class Real>
Real InfineonDps310::Readings::pressure() const {
  return Real(c00_) + p<Real>() * (Real(c10_) + p<Real>() * (Real(c20_) + p<Real>() * Real(c30_)))
      + t<Real>() * Real(c01_) + t<Real>() * p<Real>() * (Real(c11_) + p<Real>() * Real(c21_));
}
template float InfineonDps310::Readings::pressure<float>() const;
template double InfineonDps310::Readings::pressure<double>() const;

template <class Real>
Real InfineonDps310::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return pressure<Real>();
    default:
      return Real{};
  }
}
template float InfineonDps310::Readings::value<float>(std::uint8_t channel) const;
template double InfineonDps310::Readings::value<double>(std::uint8_t channel) const;

bool InfineonDps310::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "pressure_oversampling") {
    static constexpr std::string_view choices[] = {"1", "2", "4", "8", "16", "32", "64", "128"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.pressure_oversampling = static_cast<PressureOversampling>(place);
      return true;
    }
    return false;
  }
  if (name == "temperature_oversampling") {
    static constexpr std::string_view choices[] = {"1", "2", "4", "8", "16", "32", "64", "128"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.temperature_oversampling = static_cast<TemperatureOversampling>(place);
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

void InfineonDps310::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // write: reset (0x0C)
      buffer_[1] = 0x09;  // reset
      buffer_[0] = 0x0C;
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait: 40 ms
      wait(40000, 2);
      return;
    case 2:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(4);
      }
      // read: product (0x0D)
      buffer_[0] = 0x0D;
      transfer(buffer_.data(), 1, 1, 3);
      return;
    case 3: {  // read: product (0x0D), continued
      const std::uint8_t id = buffer_[0];
      // check
      if (id != 16) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 4:  // repeat: at most 20 times, every 10 ms
      set_repeats(19);
      [[fallthrough]];
    case 5:  // read: measuring (0x08)
      buffer_[0] = 0x08;
      transfer(buffer_.data(), 1, 1, 6);
      return;
    case 6: {  // read: measuring (0x08), continued
      const std::uint8_t coefficients_ready = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 1));
      const std::uint8_t sensor_ready = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 1, 1));
      readings_.zero_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 4, 1));
      // repeat, continued
      if (coefficients_ready != 0 && sensor_ready != 0) {
        return go(7);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(10000, 5);
      return;
    }
    case 7:  // read: coefficients (0x10)
      buffer_[0] = 0x10;
      transfer(buffer_.data(), 1, 18, 8);
      return;
    case 8:  // read: coefficients (0x10), continued
      readings_.c0_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 12));
      readings_.c1_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 12, 12));
      readings_.c00_ = px::sensors::signed_bits(buffer_.data(), 24, 20);
      readings_.c10_ = px::sensors::signed_bits(buffer_.data(), 44, 20);
      readings_.c01_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 64, 16));
      readings_.c11_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 80, 16));
      readings_.c20_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 96, 16));
      readings_.c21_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 112, 16));
      readings_.c30_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 128, 16));
      // read: coefficient_source (0x28)
      buffer_[0] = 0x28;
      transfer(buffer_.data(), 1, 1, 9);
      return;
    case 9:  // read: coefficient_source (0x28), continued
      readings_.source_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 1));
      // write: unlock_1 (0x0E)
      buffer_[1] = 0xA5;  // unlock_1
      buffer_[0] = 0x0E;
      transfer(buffer_.data(), 2, 0, 10);
      return;
    case 10:  // write: unlock_2 (0x0F)
      buffer_[1] = 0x96;  // unlock_2
      buffer_[0] = 0x0F;
      transfer(buffer_.data(), 2, 0, 11);
      return;
    case 11:  // write: correction (0x62)
      buffer_[1] = 0x02;  // correction
      buffer_[0] = 0x62;
      transfer(buffer_.data(), 2, 0, 12);
      return;
    case 12:  // write: unlock_1 (0x0E)
      buffer_[1] = 0x00;  // unlock_1
      buffer_[0] = 0x0E;
      transfer(buffer_.data(), 2, 0, 13);
      return;
    case 13:  // write: unlock_2 (0x0F)
      buffer_[1] = 0x00;  // unlock_2
      buffer_[0] = 0x0F;
      transfer(buffer_.data(), 2, 0, 14);
      return;
    case 14:  // write: pressure_configuration (0x06)
      // pressure_configuration: pressure_rate, pressure_samples
      buffer_[1] = static_cast<std::uint8_t>((readings_.rate_code() << 4)
          | static_cast<std::int32_t>(readings_.settings.pressure_oversampling));
      buffer_[0] = 0x06;
      transfer(buffer_.data(), 2, 0, 15);
      return;
    case 15:  // write: temperature_configuration (0x07)
      // temperature_configuration: external, temperature_rate, temperature_samples
      buffer_[1] = static_cast<std::uint8_t>((readings_.source_ << 7) | (readings_.rate_code() << 4)
          | static_cast<std::int32_t>(readings_.settings.temperature_oversampling));
      buffer_[0] = 0x07;
      transfer(buffer_.data(), 2, 0, 16);
      return;
    case 16:  // write: configuration (0x09)
      // configuration: temperature_shift, pressure_shift
      buffer_[1] = static_cast<std::uint8_t>(
          (
            (
              readings_.temperature_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.temperature_oversampling)] > 8 ? 1 : 0) << 3)
          | (
            (readings_.pressure_oversampling_choices[static_cast<std::size_t>(readings_.settings.pressure_oversampling)]
              > 8 ? 1 : 0) << 2));
      buffer_[0] = 0x09;
      transfer(buffer_.data(), 2, 0, 17);
      return;
    case 17:  // modify: measuring (0x08)
      buffer_[0] = 0x08;
      transfer(buffer_.data(), 1, 1, 18);
      return;
    case 18:  // modify: measuring (0x08), continued
      buffer_[1] = static_cast<std::uint8_t>((buffer_[0] & 0xF8) | 0x07);  // measuring: mode
      buffer_[0] = 0x08;
      transfer(buffer_.data(), 2, 0, 19);
      return;
    // measure: a sample starts here
    case 19:  // repeat: at most 100 times, every 20 ms
      set_repeats(99);
      [[fallthrough]];
    case 20:  // read: measuring (0x08)
      buffer_[0] = 0x08;
      transfer(buffer_.data(), 1, 1, 21);
      return;
    case 21: {  // read: measuring (0x08), continued
      const std::uint8_t temperature_ready = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 2, 1));
      const std::uint8_t pressure_ready = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 3, 1));
      readings_.zero_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 4, 1));
      // repeat, continued
      if (pressure_ready != 0 && temperature_ready != 0) {
        return go(22);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(20000, 20);
      return;
    }
    case 22:  // check
      if (readings_.zero_ != 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // read: data (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 6, 23);
      return;
    case 23:  // read: data (0x00), continued
      readings_.P_ = px::sensors::signed_bits(buffer_.data(), 0, 24);
      readings_.T_ = px::sensors::signed_bits(buffer_.data(), 24, 24);
      // publish: temperature, pressure
      if (readings_.T_ != -8388608) {
        if (px::sensors::within(readings_.temperature<float>(), -60.0F, 155.0F)) {
          publish(0);  // temperature
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::no_data);
      }
      if (readings_.P_ != -8388608 && readings_.T_ != -8388608) {
        if (px::sensors::within(readings_.pressure<float>(), 1000.0F, 140000.0F)) {
          publish(1);  // pressure
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::no_data);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_00712669
