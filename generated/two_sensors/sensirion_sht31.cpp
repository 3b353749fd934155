// sensirion/sht31: Temperature and humidity sensor. Generated from its description; do not edit.
#include "sensirion_sht31.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_da593c0f {

template <class Real>
Real SensirionSht31::Readings::temperature() const {
  return Real(-45) + Real(175 * temperature_code_) / Real(65535);
}
template float SensirionSht31::Readings::temperature<float>() const;
template double SensirionSht31::Readings::temperature<double>() const;

template <class Real>
Real SensirionSht31::Readings::relative_humidity() const {
  return Real(humidity_code_) / Real(65535);
}
template float SensirionSht31::Readings::relative_humidity<float>() const;
template double SensirionSht31::Readings::relative_humidity<double>() const;

template <class Real>
Real SensirionSht31::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float SensirionSht31::Readings::value<float>(std::uint8_t channel) const;
template double SensirionSht31::Readings::value<double>(std::uint8_t channel) const;

bool SensirionSht31::set(Settings& settings, std::string_view name, std::string_view value) {
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
    readings_.settings = settings;
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
          static_cast<std::uint32_t>(
            readings_.single_shot[static_cast<std::int32_t>(readings_.settings.repeatability)]), 2);
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // wait
      wait(static_cast<std::uint32_t>(readings_.duration[static_cast<std::int32_t>(readings_.settings.repeatability)]),
          6);
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
      readings_.temperature_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      readings_.humidity_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 24, 16));
      // publish: temperature, relative_humidity
      publish(0);  // temperature
      publish(1);  // relative_humidity
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_da593c0f
