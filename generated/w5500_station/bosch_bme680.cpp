// bosch/bme680: Gas, humidity, pressure and temperature sensor; the BME688 too. Generated from its description; do not
// edit.
#include "bosch_bme680.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_08e48e6d {
namespace {

template <class Real>
[[maybe_unused]] constexpr Real k1[] = {Real(0), Real(0), Real(0), Real(0), Real(0), Real(-1), Real(0), Real(-0.8),
    Real(0), Real(0), Real(-0.2), Real(-0.5), Real(0), Real(-1), Real(0), Real(0)};

template <class Real>
[[maybe_unused]] constexpr Real k2[] = {Real(0), Real(0), Real(0), Real(0), Real(0.1), Real(0.7), Real(0), Real(-0.8),
    Real(-0.1), Real(0), Real(0), Real(0), Real(0), Real(0), Real(0), Real(0)};

}  // namespace

template <class Real>
Real BoschBme680::Readings::target() const {
  return px::sensors::lesser<Real>(Real(settings.heater_celsius.count) / Real(10), Real(400));
}

template <class Real>
Real BoschBme680::Readings::x() const {
  return (Real(G1_) / Real(16) + Real(49))
      * (Real(1) + (Real(G2_) / Real(32768) * Real(0.0005) + Real(0.00235)) * target<Real>())
      + Real(G3_) / Real(1024) * (Real(settings.ambient_celsius.count) / Real(100));
}

template <class Real>
std::int32_t BoschBme680::Readings::heater_code() const {
  return static_cast<std::int32_t>(
      px::sensors::clamp<Real>(Real(3.4)
        * (x<Real>() * Real(4) / Real(4 + res_heat_range_) / (Real(1) + Real(0.002) * Real(res_heat_val_)) - Real(25)),
        Real(0), Real(255)));
}

std::int32_t BoschBme680::Readings::d() const {
  return settings.heater_milliseconds;
}

std::int32_t BoschBme680::Readings::heater_time_code() const {
  return d() >= 4032
      ? 255 : (d() < 64 ? d() : (d() < 256 ? 64 + (d() >> 2) : (d() < 1024 ? 128 + (d() >> 4) : 192 + (d() >> 6))));
}

std::int32_t BoschBme680::Readings::H1() const {
  return (H1_high_ << 4) | H1_low_;
}

std::int32_t BoschBme680::Readings::H2() const {
  return (H2_high_ << 4) | H2_low_;
}

template <class Real>
Real BoschBme680::Readings::t() const {
  return (Real(T_) / Real(16384) - Real(T1_) / Real(1024)) * Real(T2_)
      + Real(16 * T3_) * px::sensors::power<2>(Real(T_) / Real(131072) - Real(T1_) / Real(8192));
}

template <class Real>
Real BoschBme680::Readings::c() const {
  return t<Real>() / Real(5120);
}

template <class Real>
Real BoschBme680::Readings::v() const {
  return t<Real>() / Real(2) - Real(64000);
}

template <class Real>
Real BoschBme680::Readings::q() const {
  return (px::sensors::power<2>(v<Real>()) * Real(P6_) / Real(131072) + Real(2) * v<Real>() * Real(P5_)) / Real(4)
      + Real(65536 * P4_);
}

template <class Real>
Real BoschBme680::Readings::divisor() const {
  return (Real(1)
      + (Real(P3_) * px::sensors::power<2>(v<Real>()) / Real(16384) + Real(P2_) * v<Real>()) / Real(524288)
      / Real(32768)) * Real(P1_);
}

template <class Real>
Real BoschBme680::Readings::p() const {
  return (Real(1048576 - P_) - q<Real>() / Real(4096)) * Real(6250) / divisor<Real>();
}

template <class Real>
Real BoschBme680::Readings::z() const {
  return (Real(H_ - 16 * H1()) - c<Real>() * Real(H3_) / Real(2)) * Real(H2()) / Real(262144)
      * (Real(1) + Real(H4_) * c<Real>() / Real(16384) + Real(H5_) * px::sensors::power<2>(c<Real>()) / Real(1048576));
}

std::int32_t BoschBme680::Readings::gas() const {
  return variant_ == 0 ? gas_0_ : gas_1_;
}

std::int32_t BoschBme680::Readings::gas_range() const {
  return variant_ == 0 ? range_0_ : range_1_;
}

bool BoschBme680::Readings::gas_good() const {
  return variant_ == 0 ? gas_valid_0_ != 0 && heat_stable_0_ != 0 : gas_valid_1_ != 0 && heat_stable_1_ != 0;
}

template <class Real>
Real BoschBme680::Readings::s() const {
  return Real(1340 + 5 * range_sw_err_) * (Real(1) + k1<Real>[gas_range()] / Real(100));
}

template <class Real>
Real BoschBme680::Readings::temperature() const {
  return c<Real>();
}
template float BoschBme680::Readings::temperature<float>() const;
template double BoschBme680::Readings::temperature<double>() const;

template <class Real>
Real BoschBme680::Readings::pressure() const {
  return p<Real>()
      + (Real(P9_) * px::sensors::power<2>(p<Real>()) / Real(2147483648) + p<Real>() * Real(P8_) / Real(32768)
      + px::sensors::power<3>(p<Real>() / Real(256)) * Real(P10_) / Real(131072) + Real(128 * P7_)) / Real(16);
}
template float BoschBme680::Readings::pressure<float>() const;
template double BoschBme680::Readings::pressure<double>() const;

template <class Real>
Real BoschBme680::Readings::relative_humidity() const {
  return px::sensors::clamp<Real>(z<Real>()
      + (Real(H6_) / Real(16384) + Real(H7_) * c<Real>() / Real(2097152)) * px::sensors::power<2>(z<Real>()), Real(0),
      Real(100)) / Real(100);
}
template float BoschBme680::Readings::relative_humidity<float>() const;
template double BoschBme680::Readings::relative_humidity<double>() const;

template <class Real>
Real BoschBme680::Readings::gas_resistance() const {
  return variant_ == 0
      ? Real(1)
      / ((Real(1) + k2<Real>[gas_range()] / Real(100)) * Real(1.25e-07) * Real(1 << gas_range())
      * (Real(gas() - 512) / s<Real>() + Real(1)))
      : Real(1000000) * Real(262144 >> gas_range()) / Real(4096 + 3 * (gas() - 512));
}
template float BoschBme680::Readings::gas_resistance<float>() const;
template double BoschBme680::Readings::gas_resistance<double>() const;

template <class Real>
Real BoschBme680::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return pressure<Real>();
    case 2:
      return relative_humidity<Real>();
    case 3:
      return gas_resistance<Real>();
    default:
      return Real{};
  }
}
template float BoschBme680::Readings::value<float>(std::uint8_t channel) const;
template double BoschBme680::Readings::value<double>(std::uint8_t channel) const;

bool BoschBme680::set(Settings& settings, std::string_view name, std::string_view value) {
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
    static constexpr std::string_view choices[] = {"0", "1", "3", "7", "15", "31", "63", "127"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.filter_coefficient = static_cast<FilterCoefficient>(place);
      return true;
    }
    return false;
  }
  if (name == "heater_celsius") {
    return px::sensors::read_number(value, 1, 0, 10000, settings.heater_celsius.count);
  }
  if (name == "heater_milliseconds") {
    return px::sensors::read_number(value, 0, 0, 60000, settings.heater_milliseconds);
  }
  if (name == "ambient_celsius") {
    return px::sensors::read_number(value, 2, -4000, 8500, settings.ambient_celsius.count);
  }
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void BoschBme680::run() {
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
    case 1:  // wait: 10 ms
      wait(10000, 2);
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
      if (id != 97) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 4:  // read: variant_id (0xF0)
      buffer_[0] = 0xF0;
      transfer(buffer_.data(), 1, 1, 5);
      return;
    case 5:  // read: variant_id (0xF0), continued
      readings_.variant_ = buffer_[0];
      // read: calibration_1 (0x8A)
      buffer_[0] = 0x8A;
      transfer(buffer_.data(), 1, 23, 6);
      return;
    case 6:  // read: calibration_1 (0x8A), continued
      readings_.T2_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data(), 2));
      readings_.T3_ = static_cast<std::int8_t>(buffer_[2]);
      readings_.P1_ = static_cast<std::uint16_t>(px::sensors::little(buffer_.data() + 4, 2));
      readings_.P2_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 6, 2));
      readings_.P3_ = static_cast<std::int8_t>(buffer_[8]);
      readings_.P4_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 10, 2));
      readings_.P5_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 12, 2));
      readings_.P7_ = static_cast<std::int8_t>(buffer_[14]);
      readings_.P6_ = static_cast<std::int8_t>(buffer_[15]);
      readings_.P8_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 18, 2));
      readings_.P9_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 20, 2));
      readings_.P10_ = buffer_[22];
      // read: calibration_2 (0xE1)
      buffer_[0] = 0xE1;
      transfer(buffer_.data(), 1, 14, 7);
      return;
    case 7:  // read: calibration_2 (0xE1), continued
      readings_.H2_high_ = buffer_[0];
      readings_.H2_low_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 8, 4));
      readings_.H1_low_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 12, 4));
      readings_.H1_high_ = buffer_[2];
      readings_.H3_ = static_cast<std::int8_t>(buffer_[3]);
      readings_.H4_ = static_cast<std::int8_t>(buffer_[4]);
      readings_.H5_ = static_cast<std::int8_t>(buffer_[5]);
      readings_.H6_ = buffer_[6];
      readings_.H7_ = static_cast<std::int8_t>(buffer_[7]);
      readings_.T1_ = static_cast<std::uint16_t>(px::sensors::little(buffer_.data() + 8, 2));
      readings_.G2_ = static_cast<std::int16_t>(px::sensors::signed_little(buffer_.data() + 10, 2));
      readings_.G1_ = static_cast<std::int8_t>(buffer_[12]);
      readings_.G3_ = static_cast<std::int8_t>(buffer_[13]);
      // read: heater_value (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 1, 8);
      return;
    case 8:  // read: heater_value (0x00), continued
      readings_.res_heat_val_ = static_cast<std::int8_t>(buffer_[0]);
      // read: heater_range (0x02)
      buffer_[0] = 0x02;
      transfer(buffer_.data(), 1, 1, 9);
      return;
    case 9:  // read: heater_range (0x02), continued
      readings_.res_heat_range_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 2, 2));
      // read: range_error (0x04)
      buffer_[0] = 0x04;
      transfer(buffer_.data(), 1, 1, 10);
      return;
    case 10:  // read: range_error (0x04), continued
      readings_.range_sw_err_ = static_cast<std::int8_t>(px::sensors::signed_bits(buffer_.data(), 0, 4));
      [[fallthrough]];
    // measure: a sample starts here
    case 11:  // write: ctrl_meas (0x74), config (0x75), ctrl_hum (0x72), res_heat_0 (0x5A), gas_wait_0 (0x64)
      buffer_[1] = 0x00;  // ctrl_meas: mode
      buffer_[0] = 0x74;
      // config: filter
      buffer_[3] = static_cast<std::uint8_t>(static_cast<std::int32_t>(readings_.settings.filter_coefficient) << 2);
      buffer_[2] = 0x75;
      buffer_[5] = static_cast<std::uint8_t>(readings_.settings.humidity_oversampling);  // ctrl_hum: osrs_h
      buffer_[4] = 0x72;
      buffer_[7] = static_cast<std::uint8_t>(readings_.heater_code<float>());  // res_heat_0: set_point
      buffer_[6] = 0x5A;
      buffer_[9] = static_cast<std::uint8_t>(readings_.heater_time_code());  // gas_wait_0: on_time
      buffer_[8] = 0x64;
      transfer(buffer_.data(), 10, 0, 12);
      return;
    case 12:  // modify: ctrl_gas_0 (0x70)
      buffer_[0] = 0x70;
      transfer(buffer_.data(), 1, 1, 13);
      return;
    case 13:  // modify: ctrl_gas_0 (0x70), continued
      buffer_[1] = static_cast<std::uint8_t>(buffer_[0] & 0xF7);  // ctrl_gas_0: heat_off
      buffer_[0] = 0x70;
      transfer(buffer_.data(), 2, 0, 14);
      return;
    case 14:  // modify: ctrl_gas_1 (0x71)
      buffer_[0] = 0x71;
      transfer(buffer_.data(), 1, 1, 15);
      return;
    case 15:  // modify: ctrl_gas_1 (0x71), continued
      // ctrl_gas_1: run_gas, profile
      buffer_[1] = static_cast<std::uint8_t>((buffer_[0] & 0xC0) | ((readings_.variant_ == 0 ? 1 : 2) << 4));
      buffer_[0] = 0x71;
      transfer(buffer_.data(), 2, 0, 16);
      return;
    case 16:  // write: ctrl_meas (0x74)
      // ctrl_meas: osrs_t, osrs_p, mode
      buffer_[1] = static_cast<std::uint8_t>(
          (static_cast<std::int32_t>(readings_.settings.temperature_oversampling) << 5)
          | (static_cast<std::int32_t>(readings_.settings.pressure_oversampling) << 2) | 1);
      buffer_[0] = 0x74;
      transfer(buffer_.data(), 2, 0, 17);
      return;
    case 17:  // wait
      wait(
          static_cast<std::uint32_t>(1963
            * (
              readings_.temperature_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.temperature_oversampling)]
              + readings_.pressure_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.pressure_oversampling)]
              + readings_.humidity_oversampling_choices[
                static_cast<std::size_t>(readings_.settings.humidity_oversampling)]) + 5293
            + 1000 * readings_.settings.heater_milliseconds), 18);
      return;
    case 18:  // repeat: at most 6 times, every 10 ms
      set_repeats(5);
      [[fallthrough]];
    case 19:  // read: field_0 (0x1D)
      buffer_[0] = 0x1D;
      transfer(buffer_.data(), 1, 17, 20);
      return;
    case 20: {  // read: field_0 (0x1D), continued
      const std::uint8_t new_data = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 1));
      readings_.P_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 16, 20));
      readings_.unused_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 36, 4));
      readings_.T_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 40, 20));
      readings_.H_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 64, 16));
      readings_.gas_0_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 104, 10));
      readings_.gas_valid_0_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 114, 1));
      readings_.heat_stable_0_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 115, 1));
      readings_.range_0_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 116, 4));
      readings_.gas_1_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 120, 10));
      readings_.gas_valid_1_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 130, 1));
      readings_.heat_stable_1_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 131, 1));
      readings_.range_1_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 132, 4));
      // repeat, continued
      if (new_data != 0) {
        return go(21);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::no_data);
      }
      wait(10000, 19);
      return;
    }
    case 21:  // check
      if (readings_.P_ == 1048575 && readings_.unused_ == 15 && readings_.T_ == 1048575) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: temperature, pressure, relative_humidity, gas_resistance
      if (
          readings_.temperature_oversampling_choices[
            static_cast<std::size_t>(readings_.settings.temperature_oversampling)] > 0) {
        if (readings_.T_ != 524288) {
          if (std::int64_t{readings_.T_ - readings_.T1_ * 16} * readings_.T2_ * 1048576
              + 16 * readings_.T3_ * px::sensors::power<2>(std::int64_t{readings_.T_ - readings_.T1_ * 16})
              >= INT64_C(-5277655813324800)
              && std::int64_t{readings_.T_ - readings_.T1_ * 16} * readings_.T2_ * 1048576
              + 16 * readings_.T3_ * px::sensors::power<2>(std::int64_t{readings_.T_ - readings_.T1_ * 16})
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
        if (readings_.T_ != 524288 && readings_.P_ != 524288 && !px::sensors::is_zero(readings_.divisor<float>())) {
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
      if (readings_.gas_good()) {
        publish(3);  // gas_resistance
      } else {
        note(px::sensors::Failure::no_data);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_08e48e6d
