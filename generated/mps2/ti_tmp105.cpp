// ti/tmp105: Temperature sensor. Generated from its description; do not edit.
#include "ti_tmp105.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_3fa0b2c0 {

template <class Real>
Real TiTmp105::Readings::temperature() const {
  return Real(code_) / Real(256);
}
template float TiTmp105::Readings::temperature<float>() const;
template double TiTmp105::Readings::temperature<double>() const;

template <class Real>
Real TiTmp105::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float TiTmp105::Readings::value<float>(std::uint8_t channel) const;
template double TiTmp105::Readings::value<double>(std::uint8_t channel) const;

bool TiTmp105::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "resolution_bits") {
    static constexpr std::string_view choices[] = {"9", "10", "11", "12"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.resolution_bits = static_cast<ResolutionBits>(place);
      return true;
    }
    return false;
  }
  return false;
}

void TiTmp105::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // write: configuration (0x01)
      // configuration: resolution, fault_queue
      buffer_[1] = static_cast<std::uint8_t>((static_cast<std::int32_t>(readings_.settings.resolution_bits) << 5) | 8);
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait
      wait(
          static_cast<std::uint32_t>(
            readings_.conversion[static_cast<std::int32_t>(readings_.settings.resolution_bits)]), 2);
      return;
    case 2:  // read: temperature (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 3);
      return;
    case 3:  // read: temperature (0x00), continued
      readings_.code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      // check
      if (readings_.code_ == -1) {
        return fail(px::sensors::Failure::no_data);
      }
      // if
      if (readings_.code_ != 0) {
        return go(5);
      }
      // read: configuration (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 1, 4);
      return;
    case 4: {  // read: configuration (0x01), continued
      const std::uint8_t fault_queue = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 3, 2));
      // check
      if (fault_queue != 1) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 5:  // publish: temperature
      if (readings_.code_ >= -15360 && readings_.code_ <= 32752) {
        publish(0);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_3fa0b2c0
