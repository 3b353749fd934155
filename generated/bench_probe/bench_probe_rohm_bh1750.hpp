// rohm/bh1750: Ambient light sensor. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class RohmBh1750 final : public px::sensors::Driver {
 public:
  enum class Mode : std::uint8_t { high_resolution, high_resolution_2, low_resolution };
  struct Settings {
    /// high_resolution_2 halves the smallest step, low_resolution the time.
    Mode mode = Mode::high_resolution;
    /// Sensitivity, 31 to 254.
    std::int32_t mtreg = 69;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr RohmBh1750() : Driver(0) {}
  constexpr explicit RohmBh1750(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"illuminance_lux", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// illuminance, in lux; 0 to 121557; in steps of 0.11.
  template <class Real>
  [[nodiscard]] Real illuminance() const;

  /// illuminance, in units of 10^-1, by way of a float.
  [[nodiscard]] std::int32_t illuminance_e1() const;

 private:
  void run() override;


  Settings chosen_settings_;  // of the sample that was last begun
  std::uint16_t code_ = 0;
  std::array<std::uint8_t, 2> buffer_{};
};

}  // namespace bench_probe
