// adafruit/seesaw-soil: STEMMA soil sensor, capacitance and temperature. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace stemma {

namespace px = prometheus_express;

class AdafruitSeesawSoil final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr AdafruitSeesawSoil() : Driver(6) {}
  constexpr explicit AdafruitSeesawSoil(const Settings& chosen) : Driver(6), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"moisture_capacitance_counts", "", ""},
      {"temperature_celsius", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// moisture_capacitance, in counts; 0 to 4095; in steps of 1.
  template <class Real>
  [[nodiscard]] Real moisture_capacitance() const;

  /// temperature, in celsius; 0 to 150; in steps of 0.1.
  template <class Real>
  [[nodiscard]] Real temperature() const;

  /// moisture_capacitance, in units of 10^-0, without floating point.
  [[nodiscard]] std::int32_t moisture_capacitance_e0() const;

  /// temperature, in units of 10^-2, without floating point.
  [[nodiscard]] std::int32_t temperature_e2() const;

 private:
  void run() override;


  std::int32_t temperature_code_ = 0;
  std::uint16_t moisture_ = 0;
  std::array<std::uint8_t, 4> buffer_{};
};

}  // namespace stemma
