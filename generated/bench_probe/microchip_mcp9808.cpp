// microchip/mcp9808: Temperature sensor. Generated from its description; do not edit.
#include "microchip_mcp9808.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_139273f6 {
namespace {

template <class Real>
[[maybe_unused]] constexpr Real resolution_celsius_choices[] = {Real(0.5), Real(0.25), Real(0.125), Real(0.0625)};

}  // namespace

template <class Real>
Real MicrochipMcp9808::Readings::temperature() const {
  return Real(code_) / Real(16);
}
template float MicrochipMcp9808::Readings::temperature<float>() const;
template double MicrochipMcp9808::Readings::temperature<double>() const;

template <class Real>
Real MicrochipMcp9808::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float MicrochipMcp9808::Readings::value<float>(std::uint8_t channel) const;
template double MicrochipMcp9808::Readings::value<double>(std::uint8_t channel) const;

bool MicrochipMcp9808::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "resolution_celsius") {
    static constexpr std::string_view choices[] = {"0.5", "0.25", "0.125", "0.0625"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.resolution_celsius = static_cast<ResolutionCelsius>(place);
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

void MicrochipMcp9808::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    case 0:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(3);
      }
      // read: manufacturer (0x06)
      buffer_[0] = 0x06;
      transfer(buffer_.data(), 1, 2, 1);
      return;
    case 1: {  // read: manufacturer (0x06), continued
      const std::uint16_t manufacturer_id = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // check
      if (manufacturer_id != 84) {
        return fail(px::sensors::Failure::wrong_id);
      }
      // read: device (0x07)
      buffer_[0] = 0x07;
      transfer(buffer_.data(), 1, 2, 2);
      return;
    }
    case 2: {  // read: device (0x07), continued
      const std::uint8_t device_id = buffer_[0];
      // check
      if (device_id != 4) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // prepare
    case 3:  // write: configuration (0x01)
      px::sensors::put(buffer_.data() + 1, 0x00, 2);  // configuration: shutdown
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 3, 0, 4);
      return;
    // measure: a sample starts here
    case 4:  // write: resolution (0x08)
      buffer_[1] = static_cast<std::uint8_t>(readings_.settings.resolution_celsius);  // resolution: steps
      buffer_[0] = 0x08;
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // wait
      wait(
          static_cast<std::uint32_t>(
            readings_.conversion[static_cast<std::int32_t>(readings_.settings.resolution_celsius)]), 6);
      return;
    case 6:  // read: ambient (0x05)
      buffer_[0] = 0x05;
      transfer(buffer_.data(), 1, 2, 7);
      return;
    case 7: {  // read: ambient (0x05), continued
      const std::uint8_t alerts = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 3));
      readings_.code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 3, 13));
      // if
      if ((readings_.code_ != 0 || alerts != 0) && (readings_.code_ != -1 || alerts != 7)) {
        return go(9);
      }
      // read: manufacturer (0x06)
      buffer_[0] = 0x06;
      transfer(buffer_.data(), 1, 2, 8);
      return;
    }
    case 8: {  // read: manufacturer (0x06), continued
      const std::uint16_t manufacturer_id = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      // check
      if (manufacturer_id == 0 || manufacturer_id == 65535) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 9:  // publish: temperature
      if (readings_.code_ >= -960 && readings_.code_ <= 2480) {
        publish(0);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_139273f6
