// ti/tmp117: Precise temperature sensor; the TMP119 too. Generated from its description; do not edit.
#include "ti_tmp117.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_d19b104e {

template <class Real>
Real TiTmp117::Readings::temperature() const {
  return Real(code_) / Real(128);
}
template float TiTmp117::Readings::temperature<float>() const;
template double TiTmp117::Readings::temperature<double>() const;

template <class Real>
Real TiTmp117::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float TiTmp117::Readings::value<float>(std::uint8_t channel) const;
template double TiTmp117::Readings::value<double>(std::uint8_t channel) const;

bool TiTmp117::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "averages") {
    static constexpr std::string_view choices[] = {"1", "8", "32", "64"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.averages = static_cast<Averages>(place);
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

void TiTmp117::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // wait: 2 ms
      wait(2000, 1);
      return;
    case 1:  // write: configuration (0x01)
      px::sensors::put(buffer_.data() + 1, 0x02, 2);  // configuration: soft_reset
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 3, 0, 2);
      return;
    case 2:  // wait: 2 ms
      wait(2000, 3);
      return;
    case 3:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(5);
      }
      // read: device_id (0x0F)
      buffer_[0] = 0x0F;
      transfer(buffer_.data(), 1, 2, 4);
      return;
    case 4: {  // read: device_id (0x0F), continued
      const std::uint16_t id = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 4, 12));
      // check
      if (id != 279) {
        return fail(px::sensors::Failure::wrong_id);
      }
      [[fallthrough]];
    }
    // measure: a sample starts here
    case 5:  // write: configuration (0x01)
      // configuration: mode, averaging
      px::sensors::put(buffer_.data() + 1,
          static_cast<std::uint32_t>(3072 | (static_cast<std::int32_t>(readings_.settings.averages) << 5)), 2);
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 3, 0, 6);
      return;
    case 6:  // wait
      wait(static_cast<std::uint32_t>(readings_.conversion[static_cast<std::int32_t>(readings_.settings.averages)]), 7);
      return;
    case 7:  // repeat: at most 40 times, every 10 ms
      set_repeats(39);
      [[fallthrough]];
    case 8:  // read: configuration (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 2, 9);
      return;
    case 9:  // read: configuration (0x01), continued
      readings_.data_ready_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 2, 1));
      readings_.soft_reset_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      readings_.zero_ = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 15, 1));
      // repeat, continued
      if (readings_.data_ready_ != 0) {
        return go(10);
      }
      if (!repeat_again()) {
        return go(10);
      }
      wait(10000, 8);
      return;
    case 10:  // read: temperature (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 11);
      return;
    case 11:  // read: temperature (0x00), continued
      readings_.code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      // check
      if (readings_.code_ == -32768) {
        return fail(px::sensors::Failure::no_data);
      }
      // check
      if (readings_.data_ready_ == 0) {
        return fail(px::sensors::Failure::timeout);
      }
      // check
      if (readings_.code_ == -1 && readings_.soft_reset_ != 0 && readings_.zero_ != 0) {
        return fail(px::sensors::Failure::no_data);
      }
      // publish: temperature
      if (readings_.code_ >= -7680 && readings_.code_ <= 19840) {
        publish(0);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_d19b104e
