// maxim/max31855: Thermocouple-to-digital converter with cold-junction compensation. Generated from its description; do
// not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class MaximMax31855 final : public px::sensors::Driver {
 public:
  struct Settings {
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MaximMax31855() : Driver(1) {}
  constexpr explicit MaximMax31855(const Settings& chosen) : Driver(1), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "channel", "thermocouple"},
      {"temperature_celsius", "channel", "internal"},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; channel thermocouple; -270 to 1800; in steps of 0.25.
  template <class Real>
  [[nodiscard]] Real temperature_thermocouple() const;

  /// temperature, in celsius; channel internal; -55 to 127.9375; in steps of 0.0625.
  template <class Real>
  [[nodiscard]] Real temperature_internal() const;

  /// temperature, in units of 10^-3, without floating point.
  [[nodiscard]] std::int32_t temperature_thermocouple_e3() const;

  /// temperature, in units of 10^-3, without floating point.
  [[nodiscard]] std::int32_t temperature_internal_e3() const;

 private:
  void run() override;


  std::int16_t thermocouple_ = 0;
  std::int16_t internal_ = 0;
  std::uint8_t fault_ = 0;
  std::uint8_t short_to_supply_ = 0;
  std::uint8_t short_to_ground_ = 0;
  std::uint8_t open_ = 0;
  std::array<std::uint8_t, 4> buffer_{};
};

}  // namespace bench_probe
