// adafruit/seesaw-soil: STEMMA soil sensor, capacitance and temperature. Generated from its description; do not edit.
#include "bench_probe_adafruit_seesaw_soil.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace bench_probe {
namespace {

}  // namespace

template <class Real>
Real AdafruitSeesawSoil::moisture_capacitance() const {
  return Real(moisture_);
}
template float AdafruitSeesawSoil::moisture_capacitance<float>() const;
template double AdafruitSeesawSoil::moisture_capacitance<double>() const;

template <class Real>
Real AdafruitSeesawSoil::temperature() const {
  return Real(temperature_code_) / Real(65536);
}
template float AdafruitSeesawSoil::temperature<float>() const;
template double AdafruitSeesawSoil::temperature<double>() const;

std::int32_t AdafruitSeesawSoil::temperature_e3() const {
  return px::sensors::saturated(px::sensors::rounded_quotient<std::int64_t>(static_cast<std::int64_t>(std::int64_t{temperature_code_} * 125), 8192));
}

std::int32_t AdafruitSeesawSoil::moisture_capacitance_e0() const {
  return moisture_;
}

template <class Real>
Real AdafruitSeesawSoil::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return moisture_capacitance<Real>();
    case 1:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float AdafruitSeesawSoil::value<float>(std::uint8_t channel) const;
template double AdafruitSeesawSoil::value<double>(std::uint8_t channel) const;

bool AdafruitSeesawSoil::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
                             [[maybe_unused]] std::string_view value) {
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void AdafruitSeesawSoil::run() {
  switch (position()) {
    case 0:
      buffer_[2] = 0xFF;
      px::sensors::put(buffer_.data() + 0, 0x7F, 2);
      transfer(buffer_.data(), 3, 0, 1);
      return;
    case 1:
      wait(500000, 2);
      return;
    case 2:
      if (!settings.identify) {
        return go(6);
      }
      px::sensors::put(buffer_.data() + 0, 0x01, 2);
      transfer(buffer_.data(), 2, 0, 3);
      return;
    case 3:
      wait(5000, 4);
      return;
    case 4:
      transfer(buffer_.data(), 0, 1, 5);
      return;
    case 5:
      id_ = buffer_[0];
      if (!(id_ == 85 || (id_ >= 132 && id_ <= 137) || id_ == 70)) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    case 6:  // a sample starts here
      set_rescue(14);
      px::sensors::put(buffer_.data() + 0, 0x04, 2);
      transfer(buffer_.data(), 2, 0, 7);
      return;
    case 7:
      wait(5000, 8);
      return;
    case 8:
      transfer(buffer_.data(), 0, 4, 9);
      return;
    case 9:
      temperature_code_ = static_cast<std::int32_t>(px::sensors::bits(buffer_.data(), 2, 30));
      if (!(temperature_code_ == 0)) {
        return go(13);
      }
      px::sensors::put(buffer_.data() + 0, 0x01, 2);
      transfer(buffer_.data(), 2, 0, 10);
      return;
    case 10:
      wait(5000, 11);
      return;
    case 11:
      transfer(buffer_.data(), 0, 1, 12);
      return;
    case 12:
      id_ = buffer_[0];
      if (!(id_ != 0)) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    case 13:
      if (temperature_code_ <= 9830400) {
        publish(1);
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      [[fallthrough]];
    case 14:
      set_rescue(no_rescue);
      set_rescue(24);
      set_repeats(4);
      [[fallthrough]];
    case 15:
      px::sensors::put(buffer_.data() + 0, 0xF10, 2);
      transfer(buffer_.data(), 2, 0, 16);
      return;
    case 16:
      wait(5000, 17);
      return;
    case 17:
      transfer(buffer_.data(), 0, 2, 18);
      return;
    case 18:
      moisture_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      if (moisture_ <= 4095) {
        return go(19);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::no_data);
      }
      wait(10000, 15);
      return;
    case 19:
      if (!(moisture_ == 0)) {
        return go(23);
      }
      px::sensors::put(buffer_.data() + 0, 0x01, 2);
      transfer(buffer_.data(), 2, 0, 20);
      return;
    case 20:
      wait(5000, 21);
      return;
    case 21:
      transfer(buffer_.data(), 0, 1, 22);
      return;
    case 22:
      id_ = buffer_[0];
      if (!(id_ != 0)) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    case 23:
      if (moisture_ <= 4095) {
        publish(0);
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      [[fallthrough]];
    case 24:
      set_rescue(no_rescue);
      return finish();
    default:
      return finish();
  }
}

}  // namespace bench_probe
