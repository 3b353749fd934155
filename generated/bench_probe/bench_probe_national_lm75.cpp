// national/lm75: Temperature sensor. Generated from its description; do not edit.
#include "bench_probe_national_lm75.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace bench_probe {
namespace {

}  // namespace

template <class Real>
Real NationalLm75::temperature() const {
  return Real(code_) / Real(2);
}
template float NationalLm75::temperature<float>() const;
template double NationalLm75::temperature<double>() const;

std::int32_t NationalLm75::temperature_e3() const {
  return code_ * 500;
}

template <class Real>
Real NationalLm75::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return temperature<Real>();
    default:
      return Real{};
  }
}
template float NationalLm75::value<float>(std::uint8_t channel) const;
template double NationalLm75::value<double>(std::uint8_t channel) const;

bool NationalLm75::set([[maybe_unused]] Settings& settings, [[maybe_unused]] std::string_view name,
                       [[maybe_unused]] std::string_view value) {
  return false;
}

void NationalLm75::run() {
  switch (position()) {
    // start, from power-up on
    case 0:  // wait: 300 ms
      wait(300000, 1);
      return;
    // measure: a sample starts here
    case 1:  // read: temperature (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 2);
      return;
    case 2:  // read: temperature (0x00), continued
      code_ = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 9));
      // publish: temperature
      publish(0);  // temperature
      return finish();
    default:
      return finish();
  }
}

}  // namespace bench_probe
