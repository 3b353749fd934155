// sensirion/sht31: Temperature and humidity sensor. Generated from its description; do not edit.
#include "two_sensors_sensirion_sht31.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace two_sensors {
namespace {

[[maybe_unused]] constexpr std::uint16_t single_shot[] = {9238, 9227, 9216};

[[maybe_unused]] constexpr std::uint16_t duration[] = {4500, 6500, 15500};

}  // namespace

template <class Real>
Real SensirionSht31::temperature() const {
  return Real(-45) + Real(175 * temperature_code_) / Real(65535);
}
template float SensirionSht31::temperature<float>() const;
template double SensirionSht31::temperature<double>() const;

template <class Real>
Real SensirionSht31::relative_humidity() const {
  return Real(humidity_code_) / Real(65535);
}
template float SensirionSht31::relative_humidity<float>() const;
template double SensirionSht31::relative_humidity<double>() const;

std::int32_t SensirionSht31::temperature_e2() const {
  return px::sensors::rounded_quotient<std::int32_t>((-2949075 + 175 * temperature_code_) * 20, 13107);
}

std::int32_t SensirionSht31::relative_humidity_e5() const {
  return px::sensors::rounded_quotient<std::int32_t>(humidity_code_ * 20000, 13107);
}

template <class Real>
Real SensirionSht31::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float SensirionSht31::value<float>(std::uint8_t channel) const;
template double SensirionSht31::value<double>(std::uint8_t channel) const;

bool SensirionSht31::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
                         [[maybe_unused]] std::string_view value) {
  if (name == "repeatability") {
    static constexpr std::string_view choices[] = {"low", "medium", "high"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.repeatability = static_cast<Repeatability>(place);
      return true;
    }
    return false;
  }
  return false;
}

void SensirionSht31::run() {
  if (begins()) {
    chosen_settings_ = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // send: 0x3093
      px::sensors::put(buffer_.data(), 0x3093, 2);
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait: 1 ms
      wait(1000, 2);
      return;
    case 2:  // send: 0x30A2
      px::sensors::put(buffer_.data(), 0x30A2, 2);
      transfer(buffer_.data(), 2, 0, 3);
      return;
    case 3:  // wait: 1500 us
      wait(1500, 4);
      return;
    // measure: a sample starts here
    case 4:  // send
      px::sensors::put(buffer_.data(),
          static_cast<std::uint32_t>(single_shot[static_cast<std::int32_t>(chosen_settings_.repeatability)]), 2);
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // wait
      wait(static_cast<std::uint32_t>(duration[static_cast<std::int32_t>(chosen_settings_.repeatability)]), 6);
      return;
    case 6:  // receive: temperature_code, humidity_code
      set_tries(20, 7);
      [[fallthrough]];
    case 7:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 6, 8, 2000);
      return;
    case 8:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      if (px::crc8({buffer_.data() + 3, 2}, 0x31, 0xFF) != buffer_[5]) {
        return fail(px::sensors::Failure::crc);
      }
      temperature_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      humidity_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 24, 16));
      // publish: temperature, relative_humidity
      publish(0);  // temperature
      publish(1);  // relative_humidity
      return finish();
    default:
      return finish();
  }
}

}  // namespace two_sensors
