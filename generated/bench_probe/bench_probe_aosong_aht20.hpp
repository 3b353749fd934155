// aosong/aht20: Temperature and humidity sensor. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class AosongAht20 final : public px::sensors::Driver {
 public:
  struct Settings {
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr AosongAht20() : Driver(1) {}
  constexpr explicit AosongAht20(const Settings& chosen) : Driver(1), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; -50 to 150; in steps of 0.01.
  template <class Real>
  [[nodiscard]] Real temperature() const;

  /// relative_humidity, in ratio; 0 to 1; in steps of 0.00024.
  template <class Real>
  [[nodiscard]] Real relative_humidity() const;

  /// temperature, in units of 10^-3, without floating point.
  [[nodiscard]] std::int32_t temperature_e3() const;

  /// relative_humidity, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t relative_humidity_e4() const;

 private:
  void run() override;


  std::int32_t humidity_code_ = 0;
  std::int32_t temperature_code_ = 0;
  std::array<std::uint8_t, 7> buffer_{};
};

}  // namespace bench_probe
