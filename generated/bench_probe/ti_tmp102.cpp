// ti/tmp102: Temperature sensor. Generated from its description; do not edit.
#include "ti_tmp102.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_46334373 {

template <class Real>
Real TiTmp102::Readings::temperature() const {
  return Real((word_ & 0x1) != 0
      ? px::sensors::sign_extend((word_ >> 3) & 0x1fff, 13) : px::sensors::sign_extend((word_ >> 4) & 0xfff, 12))
      / Real(16);
}
template float TiTmp102::Readings::temperature<float>() const;
template double TiTmp102::Readings::temperature<double>() const;

template <class Real>
Real TiTmp102::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float TiTmp102::Readings::value<float>(std::uint8_t channel) const;
template double TiTmp102::Readings::value<double>(std::uint8_t channel) const;

bool TiTmp102::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "extended_mode") {
    static constexpr std::string_view choices[] = {"false", "true"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.extended_mode = static_cast<bool>(place);
      return true;
    }
    return false;
  }
  return false;
}

void TiTmp102::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // prepare
    case 0:  // write: configuration (0x01)
      // configuration: resolution, rate, alert, extended
      px::sensors::put(buffer_.data() + 1,
          static_cast<std::uint32_t>(24736 | ((readings_.settings.extended_mode ? 1 : 0) << 4)), 2);
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 3, 0, 1);
      return;
    case 1:  // wait: 285 ms
      wait(285000, 2);
      return;
    // measure: a sample starts here
    case 2:  // read: configuration (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 2, 3);
      return;
    case 3: {  // read: configuration (0x01), continued
      const std::uint8_t resolution = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 1, 2));
      const std::uint8_t extended = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 11, 1));
      // check
      if (resolution != 3) {
        return fail(px::sensors::Failure::no_data);
      }
      // if
      if (extended == (readings_.settings.extended_mode ? 1 : 0)) {
        return go(5);
      }
      // write: configuration (0x01)
      // configuration: resolution, rate, alert, extended
      px::sensors::put(buffer_.data() + 1,
          static_cast<std::uint32_t>(24736 | ((readings_.settings.extended_mode ? 1 : 0) << 4)), 2);
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 3, 0, 4);
      return;
    }
    case 4:  // wait: 285 ms
      wait(285000, 5);
      return;
    case 5:  // read: temperature (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 6);
      return;
    case 6:  // read: temperature (0x00), continued
      readings_.word_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // check
      if (readings_.word_ == 65535) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: temperature
      if (
          ((readings_.word_ & 0x1) != 0
            ? px::sensors::sign_extend((readings_.word_ >> 3) & 0x1fff, 13)
            : px::sensors::sign_extend((readings_.word_ >> 4) & 0xfff, 12)) >= -960
          && ((readings_.word_ & 0x1) != 0
            ? px::sensors::sign_extend((readings_.word_ >> 3) & 0x1fff, 13)
            : px::sensors::sign_extend((readings_.word_ >> 4) & 0xfff, 12)) <= 2480) {
        publish(0);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_46334373
