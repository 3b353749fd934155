// microchip/mcp9808: Temperature sensor. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class MicrochipMcp9808 final : public px::sensors::Driver {
 public:
  enum class ResolutionCelsius : std::uint8_t { _0_5, _0_25, _0_125, _0_0625 };
  struct Settings {
    /// Resolution against conversion time, in celsius.
    ResolutionCelsius resolution_celsius = ResolutionCelsius::_0_0625;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MicrochipMcp9808() : Driver(4) {}
  constexpr explicit MicrochipMcp9808(const Settings& chosen) : Driver(4), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; -60 to 155; in steps of 0.0625.
  template <class Real>
  [[nodiscard]] Real temperature() const;

  /// temperature, in units of 10^-3, without floating point.
  [[nodiscard]] std::int32_t temperature_e3() const;

 private:
  void run() override;


  Settings chosen_settings_;  // of the sample that was last begun
  std::int16_t code_ = 0;
  std::array<std::uint8_t, 3> buffer_{};
};

}  // namespace bench_probe
