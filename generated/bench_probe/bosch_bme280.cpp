// bosch/bme280: Humidity, pressure and temperature sensor. Generated from its description; do not edit.
#include "bosch_bme280.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_3fd77e10 {

std::int32_t BoschBme280::Readings::H4() const {
  return H4_high_ * 16 + H4_low_;
}

std::int32_t BoschBme280::Readings::H5() const {
  return H5_high_ * 16 + H5_low_;
}

template <class Real>
Real BoschBme280::Readings::t() const {
  return (Real(T_) / Real(16384) - Real(T1_) / Real(1024)) * Real(T2_)
      + px::sensors::power<2>(Real(T_) / Real(131072) - Real(T1_) / Real(8192)) * Real(T3_);
}

template <class Real>
std::int32_t BoschBme280::Readings::tf() const {
  return static_cast<std::int32_t>(t<Real>());
}

template <class Real>
Real BoschBme280::Readings::v() const {
  return Real(tf<Real>()) / Real(2) - Real(64000);
}

template <class Real>
Real BoschBme280::Readings::q() const {
  return (px::sensors::power<2>(v<Real>()) * Real(P6_) / Real(32768) + Real(2) * v<Real>() * Real(P5_)) / Real(4)
      + Real(65536 * P4_);
}

template <class Real>
Real BoschBme280::Readings::d() const {
  return (Real(1)
      + (Real(P3_) * px::sensors::power<2>(v<Real>()) / Real(524288) + Real(P2_) * v<Real>()) / Real(524288)
      / Real(32768)) * Real(P1_);
}

template <class Real>
Real BoschBme280::Readings::p() const {
  return (Real(1048576 - P_) - q<Real>() / Real(4096)) * Real(6250) / d<Real>();
}

template <class Real>
std::int32_t BoschBme280::Readings::h() const {
  return tf<Real>() - 76800;
}

template <class Real>
Real BoschBme280::Readings::z() const {
  return (Real(H_ - 64 * H4()) - Real(H5()) * Real(h<Real>()) / Real(16384)) * Real(H2_) / Real(65536)
      * (Real(1) + Real(H6_ * h<Real>()) / Real(67108864) * (Real(1) + Real(H3_ * h<Real>()) / Real(67108864)));
}

template <class Real>
Real BoschBme280::Readings::temperature() const {
  return t<Real>() / Real(5120);
}
template float BoschBme280::Readings::temperature<float>() const;
template double BoschBme280::Readings::temperature<double>() const;

template <class Real>
Real BoschBme280::Readings::pressure() const {
  return p<Real>()
      + (Real(P9_) * px::sensors::power<2>(p<Real>()) / Real(2147483648) + p<Real>() * Real(P8_) / Real(32768)
      + Real(P7_)) / Real(16);
}
template float BoschBme280::Readings::pressure<float>() const;
template double BoschBme280::Readings::pressure<double>() const;

template <class Real>
Real BoschBme280::Readings::relative_humidity() const {
  return px::sensors::clamp<Real>(z<Real>() * (Real(1) - Real(H1_) * z<Real>() / Real(524288)), Real(0), Real(100))
      / Real(100);
}
template float BoschBme280::Readings::relative_humidity<float>() const;
template double BoschBme280::Readings::relative_humidity<double>() const;

template <class Real>
Real BoschBme280::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return pressure<Real>();
    case 2:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float BoschBme280::Readings::value<float>(std::uint8_t channel) const;
template double BoschBme280::Readings::value<double>(std::uint8_t channel) const;

bool BoschBme280::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "temperature_oversampling") {
    static constexpr std::string_view choices[] = {"0", "1", "2", "4", "8", "16"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.temperature_oversampling = static_cast<TemperatureOversampling>(place);
      return true;
    }
    return false;
  }
  if (name == "pressure_oversampling") {
    static constexpr std::string_view choices[] = {"0", "1", "2", "4", "8", "16"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.pressure_oversampling = static_cast<PressureOversampling>(place);
      return true;
    }
    return false;
  }
  if (name == "humidity_oversampling") {
    static constexpr std::string_view choices[] = {"0", "1", "2", "4", "8", "16"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.humidity_oversampling = static_cast<HumidityOversampling>(place);
      return true;
    }
    return false;
  }
  if (name == "filter_coefficient") {
    static constexpr std::string_view choices[] = {"0", "2", "4", "8", "16"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.filter_coefficient = static_cast<FilterCoefficient>(place);
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

void BoschBme280::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // write: reset (0xE0)
      buffer_[1] = 0xB6;  // reset
      buffer_[0] = 0xE0;
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait: 2 ms
      wait(2000, 2);
      return;
    case 2:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(4);
      }
      // read: chip_id (0xD0)
      buffer_[0] = 0xD0;
      transfer(buffer_.data(), 1, 1, 3);
      return;
    case 3: {  // read: chip_id (0xD0), continued
      const std::uint8_t id = buffer_[0];
      // check
      if (id != 96) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 4:  // repeat: at most 20 times, every 1 ms
      set_repeats(19);
      [[fallthrough]];
    case 5:  // read: status (0xF3)
      buffer_[0] = 0xF3;
      transfer(buffer_.data(), 1, 1, 6);
      return;
    case 6: {  // read: status (0xF3), continued
      const std::uint8_t im_update = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 7, 1));
      // repeat, continued
      if (im_update == 0) {
        return go(7);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(1000, 5);
      return;
    }
    case 7:  // read: calibration_1 (0x88)
      buffer_[0] = 0x88;
      transfer(buffer_.data(), 1, 24, 8);
      return;
    case 8:  // read: calibration_1 (0x88), continued
      readings_.T1_ = static_cast<std::uint16_t>(px::sensors::little(buffer_.data(), 2));
      readings_.T2_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 2, 2));
      readings_.T3_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 4, 2));
      readings_.P1_ = static_cast<std::uint16_t>(px::sensors::little(buffer_.data() + 6, 2));
      readings_.P2_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 8, 2));
      readings_.P3_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 10, 2));
      readings_.P4_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 12, 2));
      readings_.P5_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 14, 2));
      readings_.P6_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 16, 2));
      readings_.P7_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 18, 2));
      readings_.P8_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 20, 2));
      readings_.P9_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 22, 2));
      // read: calibration_2 (0xA1)
      buffer_[0] = 0xA1;
      transfer(buffer_.data(), 1, 1, 9);
      return;
    case 9:  // read: calibration_2 (0xA1), continued
      readings_.H1_ = buffer_[0];
      // read: calibration_3 (0xE1)
      buffer_[0] = 0xE1;
      transfer(buffer_.data(), 1, 7, 10);
      return;
    case 10:  // read: calibration_3 (0xE1), continued
      readings_.H2_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data(), 2));
      readings_.H3_ = buffer_[2];
      readings_.H4_high_ = static_cast<std::int8_t>(buffer_[3]);
      readings_.H5_low_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 32, 4));
      readings_.H4_low_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 36, 4));
      readings_.H5_high_ = static_cast<std::int8_t>(buffer_[5]);
      readings_.H6_ = static_cast<std::int8_t>(buffer_[6]);
      [[fallthrough]];
    // measure: a sample starts here
    case 11:  // write: config (0xF5), ctrl_hum (0xF2), ctrl_meas (0xF4)
      // config: filter
      buffer_[1] = static_cast<std::uint8_t>(static_cast<std::int32_t>(readings_.settings.filter_coefficient) << 2);
      buffer_[0] = 0xF5;
      buffer_[3] = static_cast<std::uint8_t>(readings_.settings.humidity_oversampling);  // ctrl_hum: osrs_h
      buffer_[2] = 0xF2;
      // ctrl_meas: osrs_t, osrs_p, mode
      buffer_[5] = static_cast<std::uint8_t>(
          (static_cast<std::int32_t>(readings_.settings.temperature_oversampling) << 5)
          | (static_cast<std::int32_t>(readings_.settings.pressure_oversampling) << 2) | 1);
      buffer_[4] = 0xF4;
      transfer(buffer_.data(), 6, 0, 12);
      return;
    case 12:  // wait
      wait(
          static_cast<std::uint32_t>(1250
            + 2300
            * (
              readings_.temperature_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.temperature_oversampling)]
              + readings_.pressure_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.pressure_oversampling)]
              + readings_.humidity_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.humidity_oversampling)])
            + (
              readings_.pressure_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.pressure_oversampling)] > 0 ? 575 : 0)
            + (
              readings_.humidity_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.humidity_oversampling)] > 0 ? 575 : 0)), 13);
      return;
    case 13:  // repeat: at most 20 times, every 1 ms
      set_repeats(19);
      [[fallthrough]];
    case 14:  // read: status (0xF3)
      buffer_[0] = 0xF3;
      transfer(buffer_.data(), 1, 1, 15);
      return;
    case 15: {  // read: status (0xF3), continued
      const std::uint8_t measuring = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 4, 1));
      // repeat, continued
      if (measuring == 0) {
        return go(16);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(1000, 14);
      return;
    }
    case 16:  // read: data (0xF7)
      buffer_[0] = 0xF7;
      transfer(buffer_.data(), 1, 8, 17);
      return;
    case 17: {  // read: data (0xF7), continued
      readings_.P_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 0, 20));
      const std::uint8_t unused = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 20, 4));
      readings_.T_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 24, 20));
      readings_.H_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 48, 16));
      // check
      if ((readings_.P_ == 1048575 && unused == 15 && readings_.T_ == 1048575)
          || (readings_.P_ == 0 && readings_.T_ == 0)) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: temperature, pressure, relative_humidity
      if (
          readings_.temperature_oversampling_choices[
            static_cast<std::size_t>(readings_.settings.temperature_oversampling)] > 0) {
        if (readings_.T_ != 524288) {
          if (std::int64_t{readings_.T_ - readings_.T1_ * 16} * readings_.T2_ * 1048576
              + px::sensors::power<2>(std::int64_t{readings_.T_ - readings_.T1_ * 16}) * readings_.T3_
              >= INT64_C(-5277655813324800)
              && std::int64_t{readings_.T_ - readings_.T1_ * 16} * readings_.T2_ * 1048576
              + px::sensors::power<2>(std::int64_t{readings_.T_ - readings_.T1_ * 16}) * readings_.T3_
              <= INT64_C(13633944184422400)) {
            publish(0);  // temperature
          } else {
            note(px::sensors::Failure::out_of_range);
          }
        } else {
          note(px::sensors::Failure::no_data);
        }
      }
      if (readings_.pressure_oversampling_choices[static_cast<std::size_t>(readings_.settings.pressure_oversampling)]
          > 0) {
        if (readings_.T_ != 524288 && readings_.P_ != 524288 && !px::sensors::is_zero(readings_.d<float>())) {
          if (px::sensors::within(readings_.pressure<float>(), 1000.0F, 125000.0F)) {
            publish(1);  // pressure
          } else {
            note(px::sensors::Failure::out_of_range);
          }
        } else {
          note(px::sensors::Failure::no_data);
        }
      }
      if (readings_.humidity_oversampling_choices[static_cast<std::size_t>(readings_.settings.humidity_oversampling)]
          > 0) {
        if (readings_.T_ != 524288 && readings_.H_ != 32768) {
          publish(2);  // relative_humidity
        } else {
          note(px::sensors::Failure::no_data);
        }
      }
      return finish();
    }
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_3fd77e10
