// maxim/max1111: Analog-to-digital converter with 4 inputs and 8 bits. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class MaximMax1111 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Voltage of the reference, in volts, 0.0001 to 100.
    px::Decimal<4> reference_volts = px::Decimal<4>::scaled(20480);
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MaximMax1111() : Driver(2) {}
  constexpr explicit MaximMax1111(const Settings& chosen) : Driver(2), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 4> channels{ {
      {"voltage_volts", "channel", "0"},
      {"voltage_volts", "channel", "1"},
      {"voltage_volts", "channel", "2"},
      {"voltage_volts", "channel", "3"},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// voltage, in volts; in steps of 0.008.
  template <class Real>
  [[nodiscard]] Real voltage(std::uint8_t turn) const;

  /// voltage, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t voltage_e4(std::uint8_t turn) const;

 private:
  void run() override;


  Settings chosen_settings_;  // of the sample that was last begun
  std::array<std::uint8_t, 4> code_{};
  std::uint8_t turn_ = 0;
  std::array<std::uint8_t, 3> buffer_{};
};

}  // namespace bench_probe
