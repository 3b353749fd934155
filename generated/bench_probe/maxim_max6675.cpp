// maxim/max6675: Thermocouple-to-digital converter, 0 to 1024 degrees. Generated from its description; do not edit.
#include "maxim_max6675.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_9c952239 {

template <class Real>
Real MaximMax6675::Readings::temperature() const {
  return Real(code_) / Real(4);
}
template float MaximMax6675::Readings::temperature<float>() const;
template double MaximMax6675::Readings::temperature<double>() const;

template <class Real>
Real MaximMax6675::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float MaximMax6675::Readings::value<float>(std::uint8_t channel) const;
template double MaximMax6675::Readings::value<double>(std::uint8_t channel) const;

bool MaximMax6675::set(Settings&, std::string_view, std::string_view) {
  return false;
}

void MaximMax6675::run() {
  switch (position()) {
    // measure: a sample starts here
    case 0:  // wait: 220 ms
      wait(220000, 1);
      return;
    case 1:  // receive: sign, code, open, id, state
      transfer(buffer_.data(), 0, 2, 2);
      return;
    case 2: {  // receive, continued
      const std::uint8_t sign = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 1));
      readings_.code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 1, 12));
      const std::uint8_t open = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 13, 1));
      const std::uint8_t id = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 14, 1));
      // check
      if (sign != 0 || id != 0) {
        return fail(px::sensors::Failure::fault);
      }
      // check
      if (open != 0) {
        return fail(px::sensors::Failure::fault);
      }
      // publish: temperature
      publish(0);  // temperature
      return finish();
    }
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_9c952239
