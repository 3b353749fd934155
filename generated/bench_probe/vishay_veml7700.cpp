// vishay/veml7700: Ambient light sensor. Generated from its description; do not edit.
#include "vishay_veml7700.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_137b59b3 {
namespace {

template <class Real>
[[maybe_unused]] constexpr Real gain_choices[] = {Real(0.125), Real(0.25), Real(1), Real(2)};

}  // namespace

template <class Real>
Real VishayVeml7700::Readings::x() const {
  return Real(code_) * Real(0.0042)
      * Real(800) / Real(integration_milliseconds_choices[static_cast<std::size_t>(settings.integration_milliseconds)])
      * Real(2) / gain_choices<Real>[static_cast<std::size_t>(settings.gain)];
}

template <class Real>
Real VishayVeml7700::Readings::corrected() const {
  return Real(6.0135e-13) * px::sensors::power<4>(x<Real>()) - Real(9.3924e-09) * px::sensors::power<3>(x<Real>())
      + Real(8.1488e-05) * px::sensors::power<2>(x<Real>()) + Real(1.0023) * x<Real>();
}

template <class Real>
Real VishayVeml7700::Readings::illuminance() const {
  return settings.nonlinearity_correction && x<Real>() > Real(1000) ? corrected<Real>() : x<Real>();
}
template float VishayVeml7700::Readings::illuminance<float>() const;
template double VishayVeml7700::Readings::illuminance<double>() const;

template <class Real>
Real VishayVeml7700::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return illuminance<Real>();
    default:
      return Real{};
  }
}
template float VishayVeml7700::Readings::value<float>(std::uint8_t channel) const;
template double VishayVeml7700::Readings::value<double>(std::uint8_t channel) const;

bool VishayVeml7700::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "gain") {
    static constexpr std::string_view choices[] = {"0.125", "0.25", "1", "2"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.gain = static_cast<Gain>(place);
      return true;
    }
    return false;
  }
  if (name == "integration_milliseconds") {
    static constexpr std::string_view choices[] = {"25", "50", "100", "200", "400", "800"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.integration_milliseconds = static_cast<IntegrationMilliseconds>(place);
      return true;
    }
    return false;
  }
  if (name == "nonlinearity_correction") {
    static constexpr std::string_view choices[] = {"false", "true"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.nonlinearity_correction = static_cast<bool>(place);
      return true;
    }
    return false;
  }
  return false;
}

void VishayVeml7700::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // prepare
    case 0:  // write: power_saving (0x03)
      px::sensors::put(buffer_.data() + 1, 0x00, 2);  // power_saving
      buffer_[0] = 0x03;
      transfer(buffer_.data(), 3, 0, 1);
      return;
    // measure: a sample starts here
    case 1:  // write: configuration (0x00)
      // configuration: settings_word
      px::sensors::put_little(buffer_.data() + 1,
          static_cast<std::uint32_t>((readings_.gain_code[static_cast<std::int32_t>(readings_.settings.gain)] << 11)
            | (readings_.time_code[static_cast<std::int32_t>(readings_.settings.integration_milliseconds)] << 6) | 16),
          2);
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 3, 0, 2);
      return;
    case 2:  // wait
      wait(
          static_cast<std::uint32_t>(2500
            + 2000
            * readings_.integration_milliseconds_choices[
              static_cast<std::size_t>(readings_.settings.integration_milliseconds)]), 3);
      return;
    case 3:  // read: light (0x04)
      buffer_[0] = 0x04;
      transfer(buffer_.data(), 1, 2, 4);
      return;
    case 4:  // read: light (0x04), continued
      readings_.code_ = static_cast<std::uint16_t>(px::sensors::little(buffer_.data(), 2));
      // if
      if (readings_.code_ != 0) {
        return go(6);
      }
      // read: configuration (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 5);
      return;
    case 5: {  // read: configuration (0x00), continued
      const std::uint16_t settings_word = static_cast<std::uint16_t>(px::sensors::little(buffer_.data(), 2));
      // check
      if (settings_word == 0) {
        return fail(px::sensors::Failure::no_data);
      }
      [[fallthrough]];
    }
    case 6:  // publish: illuminance
      if (readings_.code_ != 65535) {
        if (px::sensors::within(readings_.illuminance<float>(), 0.0F, 150000.0F)) {
          publish(0);  // illuminance
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_137b59b3
