// ti/tmp105: Temperature sensor. Generated from its description; do not edit.
#include "bench_probe_ti_tmp105.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace bench_probe {
namespace {

[[maybe_unused]] constexpr std::int32_t conversion[] = {27500, 55000, 110000, 220000};

[[maybe_unused]] constexpr std::uint8_t resolution_bits_choices[] = {9, 10, 11, 12};

}  // namespace

template <class Real>
Real TiTmp105::temperature() const {
  return Real(code_) / Real(256);
}
template float TiTmp105::temperature<float>() const;
template double TiTmp105::temperature<double>() const;

std::int32_t TiTmp105::temperature_e3() const {
  return px::sensors::rounded_quotient<std::int32_t>(code_ * 125, 32);
}

template <class Real>
Real TiTmp105::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float TiTmp105::value<float>(std::uint8_t channel) const;
template double TiTmp105::value<double>(std::uint8_t channel) const;

bool TiTmp105::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
                   [[maybe_unused]] std::string_view value) {
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
    chosen_settings_ = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // write: configuration (0x01)
      // configuration: resolution, fault_queue
      buffer_[1] = static_cast<std::uint8_t>((static_cast<std::int32_t>(chosen_settings_.resolution_bits) << 5) | 8);
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait
      wait(static_cast<std::uint32_t>(conversion[static_cast<std::int32_t>(chosen_settings_.resolution_bits)]), 2);
      return;
    case 2:  // read: temperature (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 3);
      return;
    case 3:  // read: temperature (0x00), continued
      code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      // check
      if (code_ == -1) {
        return fail(px::sensors::Failure::no_data);
      }
      // if
      if (code_ != 0) {
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
      if (code_ >= -15360 && code_ <= 32752) {
        publish(0);  // temperature
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace bench_probe
