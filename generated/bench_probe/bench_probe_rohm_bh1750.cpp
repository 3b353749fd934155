// rohm/bh1750: Ambient light sensor. Generated from its description; do not edit.
#include "bench_probe_rohm_bh1750.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace bench_probe {
namespace {

[[maybe_unused]] constexpr std::uint8_t one_time[] = {32, 33, 35};

[[maybe_unused]] constexpr std::int32_t duration[] = {180000, 180000, 24000};

}  // namespace

template <class Real>
Real RohmBh1750::illuminance() const {
  return Real(code_) / Real(1.2)
      * Real(69) / Real(chosen_settings_.mtreg) / Real(static_cast<std::int32_t>(chosen_settings_.mode) == 1 ? 2 : 1);
}
template float RohmBh1750::illuminance<float>() const;
template double RohmBh1750::illuminance<double>() const;

std::int32_t RohmBh1750::illuminance_e1() const {
  return px::sensors::scaled(illuminance<float>(), float(10));
}

template <class Real>
Real RohmBh1750::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return illuminance<Real>();
    default:
      return Real{};
  }
}
template float RohmBh1750::value<float>(std::uint8_t channel) const;
template double RohmBh1750::value<double>(std::uint8_t channel) const;

bool RohmBh1750::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
                     [[maybe_unused]] std::string_view value) {
  if (name == "mode") {
    static constexpr std::string_view choices[] = {"high_resolution", "high_resolution_2", "low_resolution"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.mode = static_cast<Mode>(place);
      return true;
    }
    return false;
  }
  if (name == "mtreg") {
    return px::sensors::read_number(value, 0, 31, 254, settings.mtreg);
  }
  return false;
}

void RohmBh1750::run() {
  if (begins()) {
    chosen_settings_ = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // send: 0x01
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 0, 1);
      return;
    case 1:  // send
      buffer_[0] = static_cast<std::uint8_t>(64 | (chosen_settings_.mtreg >> 5));
      transfer(buffer_.data(), 1, 0, 2);
      return;
    case 2:  // send
      buffer_[0] = static_cast<std::uint8_t>(96 | (chosen_settings_.mtreg & 0x1f));
      transfer(buffer_.data(), 1, 0, 3);
      return;
    case 3:  // send
      buffer_[0] = static_cast<std::uint8_t>(one_time[static_cast<std::int32_t>(chosen_settings_.mode)]);
      transfer(buffer_.data(), 1, 0, 4);
      return;
    case 4:  // wait
      wait(
          static_cast<std::uint32_t>(duration[static_cast<std::int32_t>(chosen_settings_.mode)]
            * chosen_settings_.mtreg / 69 + 1000), 5);
      return;
    case 5:  // receive: code
      transfer(buffer_.data(), 0, 2, 6);
      return;
    case 6:  // receive, continued
      code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // publish: illuminance
      if (code_ != 65535) {
        publish(0);  // illuminance
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace bench_probe
