// st/lsm303dlhc-magn: Magnetometer of the LSM303DLHC. Generated from its description; do not edit.
#include "st_lsm303dlhc_magn.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_56c99a8e {
namespace {

template <class Real>
[[maybe_unused]] constexpr Real samples_per_second_choices[] = {Real(0.75), Real(1.5), Real(3), Real(7.5), Real(15),
    Real(30), Real(75), Real(220)};

}  // namespace

template <class Real>
Real StLsm303dlhcMagn::Readings::magnetic_flux_density_x() const {
  return Real(x_) / Real(per_gauss_xy[settings.gain_code]) / Real(10000);
}
template float StLsm303dlhcMagn::Readings::magnetic_flux_density_x<float>() const;
template double StLsm303dlhcMagn::Readings::magnetic_flux_density_x<double>() const;

template <class Real>
Real StLsm303dlhcMagn::Readings::magnetic_flux_density_y() const {
  return Real(y_) / Real(per_gauss_xy[settings.gain_code]) / Real(10000);
}
template float StLsm303dlhcMagn::Readings::magnetic_flux_density_y<float>() const;
template double StLsm303dlhcMagn::Readings::magnetic_flux_density_y<double>() const;

template <class Real>
Real StLsm303dlhcMagn::Readings::magnetic_flux_density_z() const {
  return Real(z_) / Real(per_gauss_z[settings.gain_code]) / Real(10000);
}
template float StLsm303dlhcMagn::Readings::magnetic_flux_density_z<float>() const;
template double StLsm303dlhcMagn::Readings::magnetic_flux_density_z<double>() const;

template <class Real>
Real StLsm303dlhcMagn::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return magnetic_flux_density_x<Real>();
    case 1:
      return magnetic_flux_density_y<Real>();
    case 2:
      return magnetic_flux_density_z<Real>();
    default:
      return Real{};
  }
}
template float StLsm303dlhcMagn::Readings::value<float>(std::uint8_t channel) const;
template double StLsm303dlhcMagn::Readings::value<double>(std::uint8_t channel) const;

bool StLsm303dlhcMagn::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "gain_code") {
    return px::sensors::read_number(value, 0, 1, 7, settings.gain_code);
  }
  if (name == "samples_per_second") {
    static constexpr std::string_view choices[] = {"0.75", "1.5", "3", "7.5", "15", "30", "75", "220"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.samples_per_second = static_cast<SamplesPerSecond>(place);
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

void StLsm303dlhcMagn::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    case 0:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(2);
      }
      // read: ids (0x0A)
      buffer_[0] = 0x0A;
      transfer(buffer_.data(), 1, 3, 1);
      return;
    case 1: {  // read: ids (0x0A), continued
      const std::uint8_t id_a = buffer_[0];
      const std::uint8_t id_b = buffer_[1];
      const std::uint8_t id_c = buffer_[2];
      // check
      if (id_a != 72 || id_b != 52 || id_c != 51) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // measure: a sample starts here
    case 2:  // write: cra (0x00)
      // cra: temperature_enable, rate
      buffer_[1] = static_cast<std::uint8_t>(128
          | (static_cast<std::int32_t>(readings_.settings.samples_per_second) << 2));
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 2, 0, 3);
      return;
    case 3:  // write: crb (0x01)
      buffer_[1] = static_cast<std::uint8_t>(readings_.settings.gain_code << 5);  // crb: gain
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 2, 0, 4);
      return;
    case 4:  // write: mr (0x02)
      buffer_[1] = 0x00;  // mr: mode
      buffer_[0] = 0x02;
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // wait
      wait(
          static_cast<std::uint32_t>(
            readings_.two_periods[static_cast<std::int32_t>(readings_.settings.samples_per_second)]), 6);
      return;
    case 6:  // repeat: at most 15 times, every 10 ms
      set_repeats(14);
      [[fallthrough]];
    case 7:  // read: sr (0x09)
      buffer_[0] = 0x09;
      transfer(buffer_.data(), 1, 1, 8);
      return;
    case 8: {  // read: sr (0x09), continued
      readings_.zeros_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 6));
      const std::uint8_t ready = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 7, 1));
      // repeat, continued
      if (ready != 0) {
        return go(9);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(10000, 7);
      return;
    }
    case 9:  // check
      if (readings_.zeros_ == 63) {
        return fail(px::sensors::Failure::no_data);
      }
      // read: data (0x03)
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 1, 6, 10);
      return;
    case 10:  // read: data (0x03), continued
      readings_.x_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      readings_.z_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 16, 16));
      readings_.y_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 32, 16));
      // publish: magnetic_flux_density
      if (readings_.x_ >= -2048 && readings_.x_ <= 2047) {
        if (px::sensors::within(readings_.magnetic_flux_density_x<float>(), -0.001F, 0.001F)) {
          publish(0);  // magnetic_flux_density.x
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if (readings_.y_ >= -2048 && readings_.y_ <= 2047) {
        if (px::sensors::within(readings_.magnetic_flux_density_y<float>(), -0.001F, 0.001F)) {
          publish(1);  // magnetic_flux_density.y
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if (readings_.z_ >= -2048 && readings_.z_ <= 2047) {
        if (px::sensors::within(readings_.magnetic_flux_density_z<float>(), -0.001F, 0.001F)) {
          publish(2);  // magnetic_flux_density.z
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_56c99a8e
