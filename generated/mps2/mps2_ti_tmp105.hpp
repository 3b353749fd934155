// ti/tmp105: Temperature sensor. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace mps2 {

namespace px = prometheus_express;

class TiTmp105 final : public px::sensors::Driver {
 public:
  enum class ResolutionBits : std::uint8_t { _9, _10, _11, _12 };
  struct Settings {
    /// Resolution against conversion time.
    ResolutionBits resolution_bits = ResolutionBits::_12;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiTmp105() : Driver(0) {}
  constexpr explicit TiTmp105(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; -60 to 127.9375; in steps of 0.0625.
  template <class Real>
  [[nodiscard]] Real temperature() const;

  /// temperature, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t temperature_e4() const;

 private:
  void run() override;


  Settings chosen_settings_;  // of the sample that was last begun
  std::int16_t code_ = 0;
  std::array<std::uint8_t, 2> buffer_{};
};

}  // namespace mps2
