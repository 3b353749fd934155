// sensirion/sht4x: Temperature and humidity sensor. Generated from its description; do not edit.
#include "bench_probe_sensirion_sht4x.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace bench_probe {
namespace {

[[maybe_unused]] constexpr std::uint8_t command[] = {224, 246, 253};

[[maybe_unused]] constexpr std::uint16_t duration[] = {1600, 4500, 8300};

}  // namespace

template <class Real>
Real SensirionSht4x::temperature() const {
  return Real(-45) + Real(175 * temperature_code_) / Real(65535);
}
template float SensirionSht4x::temperature<float>() const;
template double SensirionSht4x::temperature<double>() const;

template <class Real>
Real SensirionSht4x::relative_humidity() const {
  return px::sensors::clamp<Real>(Real(-6) + Real(125 * humidity_code_) / Real(65535), Real(0), Real(100)) / Real(100);
}
template float SensirionSht4x::relative_humidity<float>() const;
template double SensirionSht4x::relative_humidity<double>() const;

std::int32_t SensirionSht4x::temperature_e3() const {
  return px::sensors::rounded_quotient<std::int32_t>((-2949075 + 175 * temperature_code_) * 200, 13107);
}

std::int32_t SensirionSht4x::relative_humidity_e4() const {
  return px::sensors::rounded_quotient<std::int32_t>(
      px::sensors::clamp<std::int32_t>(-393210 + 125 * humidity_code_, 0, 6553500) * 20, 13107);
}

template <class Real>
Real SensirionSht4x::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    case 1:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float SensirionSht4x::value<float>(std::uint8_t channel) const;
template double SensirionSht4x::value<double>(std::uint8_t channel) const;

bool SensirionSht4x::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
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

void SensirionSht4x::run() {
  if (begins()) {
    chosen_settings_ = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // send: 0x94
      buffer_[0] = 0x94;
      transfer(buffer_.data(), 1, 0, 1);
      return;
    case 1:  // wait: 1 ms
      wait(1000, 2);
      return;
    // measure: a sample starts here
    case 2:  // send
      buffer_[0] = static_cast<std::uint8_t>(command[static_cast<std::int32_t>(chosen_settings_.repeatability)]);
      transfer(buffer_.data(), 1, 0, 3);
      return;
    case 3:  // wait
      wait(static_cast<std::uint32_t>(duration[static_cast<std::int32_t>(chosen_settings_.repeatability)]), 4);
      return;
    case 4:  // receive: temperature_code, humidity_code
      set_tries(20, 5);
      [[fallthrough]];
    case 5:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 6, 6, 2000);
      return;
    case 6:  // receive, continued
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

}  // namespace bench_probe
