// rohm/bh1750: Ambient light sensor. Generated from its description; do not edit.
#include "rohm_bh1750.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_ed39ff7a {

template <class Real>
Real RohmBh1750::Readings::illuminance() const {
  return Real(code_) / Real(1.2)
      * Real(69) / Real(settings.mtreg) / Real(static_cast<std::int32_t>(settings.mode) == 1 ? 2 : 1);
}
template float RohmBh1750::Readings::illuminance<float>() const;
template double RohmBh1750::Readings::illuminance<double>() const;

template <class Real>
Real RohmBh1750::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return illuminance<Real>();
    default:
      return Real{};
  }
}
template float RohmBh1750::Readings::value<float>(std::uint8_t channel) const;
template double RohmBh1750::Readings::value<double>(std::uint8_t channel) const;

bool RohmBh1750::set(Settings& settings, std::string_view name, std::string_view value) {
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
    readings_.settings = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // send: 0x01
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 0, 1);
      return;
    case 1:  // send
      buffer_[0] = static_cast<std::uint8_t>(64 | (readings_.settings.mtreg >> 5));
      transfer(buffer_.data(), 1, 0, 2);
      return;
    case 2:  // send
      buffer_[0] = static_cast<std::uint8_t>(96 | (readings_.settings.mtreg & 0x1f));
      transfer(buffer_.data(), 1, 0, 3);
      return;
    case 3:  // send
      buffer_[0] = static_cast<std::uint8_t>(readings_.one_time[static_cast<std::int32_t>(readings_.settings.mode)]);
      transfer(buffer_.data(), 1, 0, 4);
      return;
    case 4:  // wait
      wait(
          static_cast<std::uint32_t>(readings_.duration[static_cast<std::int32_t>(readings_.settings.mode)]
            * readings_.settings.mtreg / 69 + 1000), 5);
      return;
    case 5:  // receive: code
      transfer(buffer_.data(), 0, 2, 6);
      return;
    case 6:  // receive, continued
      readings_.code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // publish: illuminance
      if (readings_.code_ != 65535) {
        publish(0);  // illuminance
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_ed39ff7a
