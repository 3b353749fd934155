// vishay/veml7700: Ambient light sensor. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class VishayVeml7700 final : public px::sensors::Driver {
 public:
  enum class Gain : std::uint8_t { _0_125, _0_25, _1, _2 };
  enum class IntegrationMilliseconds : std::uint8_t { _25, _50, _100, _200, _400, _800 };
  struct Settings {
    /// Gain of the photodiode.
    Gain gain = Gain::_0_125;
    /// How long light is collected, in milliseconds.
    IntegrationMilliseconds integration_milliseconds = IntegrationMilliseconds::_100;
    /// Corrects what is above 1000 lux as the application note says.
    bool nonlinearity_correction = false;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr VishayVeml7700() : Driver(1) {}
  constexpr explicit VishayVeml7700(const Settings& chosen) : Driver(1), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"illuminance_lux", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// illuminance, in lux; 0 to 150000; in steps of 0.0042.
  template <class Real>
  [[nodiscard]] Real illuminance() const;

  /// illuminance, in units of 10^-1, by way of a float.
  [[nodiscard]] std::int32_t illuminance_e1() const;

 private:
  void run() override;

  template <class Real>
  [[nodiscard]] Real x() const;
  template <class Real>
  [[nodiscard]] Real corrected() const;

  Settings chosen_settings_;  // of the sample that was last begun
  std::uint16_t code_ = 0;
  std::array<std::uint8_t, 3> buffer_{};
};

}  // namespace bench_probe
