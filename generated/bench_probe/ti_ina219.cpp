// ti/ina219: Current, voltage and power monitor. Generated from its description; do not edit.
#include "ti_ina219.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_9cdbfbac {

template <class Real>
std::int64_t TiIna219::Readings::steps_per_code() const {
  return INT64_C(4096000000000) / (std::int64_t{settings.current_lsb_amperes.count} * settings.shunt_ohms.count);
}

template <class Real>
std::int32_t TiIna219::Readings::calibration_code() const {
  return static_cast<std::int32_t>(px::sensors::lesser<std::int64_t>(steps_per_code<Real>(), 65534));
}

template <class Real>
bool TiIna219::Readings::calibrated() const {
  return steps_per_code<Real>() > 0 && steps_per_code<Real>() <= 65535;
}

template <class Real>
Real TiIna219::Readings::shunt_voltage() const {
  return Real(shunt_code_) / Real(100000);
}
template float TiIna219::Readings::shunt_voltage<float>() const;
template double TiIna219::Readings::shunt_voltage<double>() const;

template <class Real>
Real TiIna219::Readings::bus_voltage() const {
  return Real(bus_code_) * Real(0.004);
}
template float TiIna219::Readings::bus_voltage<float>() const;
template double TiIna219::Readings::bus_voltage<double>() const;

template <class Real>
Real TiIna219::Readings::current() const {
  return Real(current_code_) * (Real(settings.current_lsb_amperes.count) / Real(1000000000));
}
template float TiIna219::Readings::current<float>() const;
template double TiIna219::Readings::current<double>() const;

template <class Real>
Real TiIna219::Readings::power() const {
  return Real(power_code_ * 20) * (Real(settings.current_lsb_amperes.count) / Real(1000000000));
}
template float TiIna219::Readings::power<float>() const;
template double TiIna219::Readings::power<double>() const;

template <class Real>
Real TiIna219::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return shunt_voltage<Real>();
    case 1:
      return bus_voltage<Real>();
    case 2:
      return current<Real>();
    case 3:
      return power<Real>();
    default:
      return Real{};
  }
}
template float TiIna219::Readings::value<float>(std::uint8_t channel) const;
template double TiIna219::Readings::value<double>(std::uint8_t channel) const;

bool TiIna219::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "shunt_ohms") {
    return px::sensors::read_number(value, 5, 1, 200000000, settings.shunt_ohms.count);
  }
  if (name == "current_lsb_amperes") {
    return px::sensors::read_number(value, 9, 100, 2000000000, settings.current_lsb_amperes.count);
  }
  return false;
}

void TiIna219::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // write: calibration (0x05)
      // calibration
      px::sensors::put(buffer_.data() + 1, static_cast<std::uint32_t>(readings_.calibration_code<float>()), 2);
      buffer_[0] = 0x05;
      transfer(buffer_.data(), 3, 0, 1);
      return;
    case 1:  // write: configuration (0x00)
      px::sensors::put(buffer_.data() + 1, 0x399B, 2);  // configuration
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 3, 0, 2);
      return;
    case 2:  // wait: 1064 us
      wait(1064, 3);
      return;
    case 3:  // repeat: at most 20 times, every 1 ms
      set_repeats(19);
      [[fallthrough]];
    case 4:  // read: bus (0x02)
      buffer_[0] = 0x02;
      transfer(buffer_.data(), 1, 2, 5);
      return;
    case 5: {  // read: bus (0x02), continued
      readings_.bus_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 13));
      const std::uint8_t ready = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      readings_.overflow_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 15, 1));
      // repeat, continued
      if (ready != 0) {
        return go(6);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(1000, 4);
      return;
    }
    case 6:  // check
      if (readings_.bus_code_ == 8191 && readings_.overflow_ != 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // read: shunt (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 2, 7);
      return;
    case 7:  // read: shunt (0x01), continued
      readings_.shunt_code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      // read: current (0x04)
      buffer_[0] = 0x04;
      transfer(buffer_.data(), 1, 2, 8);
      return;
    case 8:  // read: current (0x04), continued
      readings_.current_code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      // read: power (0x03)
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 1, 2, 9);
      return;
    case 9:  // read: power (0x03), continued
      readings_.power_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // publish: shunt_voltage, bus_voltage, current, power
      if (readings_.shunt_code_ >= -32000 && readings_.shunt_code_ <= 32000) {
        publish(0);  // shunt_voltage
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if (readings_.bus_code_ <= 8000) {
        publish(1);  // bus_voltage
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if (readings_.overflow_ == 0 && readings_.calibrated<float>()) {
        publish(2);  // current
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      if (readings_.overflow_ == 0 && readings_.calibrated<float>()) {
        publish(3);  // power
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_9cdbfbac
