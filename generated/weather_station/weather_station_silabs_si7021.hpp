// silabs/si7021: Temperature and humidity sensor; understands the commands of the HTU21D. Generated from its
// description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace weather_station {

namespace px = prometheus_express;

class SilabsSi7021 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr SilabsSi7021() : Driver(6) {}
  constexpr explicit SilabsSi7021(const Settings& chosen) : Driver(6), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; -46.85 to 128.87; in steps of 0.01.
  template <class Real>
  [[nodiscard]] Real temperature() const;

  /// relative_humidity, in ratio; 0 to 1; in steps of 0.0001.
  template <class Real>
  [[nodiscard]] Real relative_humidity() const;

  /// temperature, in units of 10^-2, without floating point.
  [[nodiscard]] std::int32_t temperature_e2() const;

  /// relative_humidity, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t relative_humidity_e4() const;

 private:
  void run() override;


  std::uint16_t humidity_code_ = 0;
  std::uint16_t temperature_code_ = 0;
  std::array<std::uint8_t, 3> buffer_{};
};

}  // namespace weather_station
