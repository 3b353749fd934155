// infineon/dps310: Pressure and temperature sensor. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class InfineonDps310 final : public px::sensors::Driver {
 public:
  enum class PressureOversampling : std::uint8_t { _1, _2, _4, _8, _16, _32, _64, _128 };
  enum class TemperatureOversampling : std::uint8_t { _1, _2, _4, _8, _16, _32, _64, _128 };
  struct Settings {
    /// Samples of which one result is made.
    PressureOversampling pressure_oversampling = PressureOversampling::_8;
    /// Samples of which one result is made.
    TemperatureOversampling temperature_oversampling = TemperatureOversampling::_8;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr InfineonDps310() : Driver(19) {}
  constexpr explicit InfineonDps310(const Settings& chosen) : Driver(19), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "", ""},
      {"pressure_pascals", "", ""},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; -60 to 155; in steps of 0.01.
  template <class Real>
  [[nodiscard]] Real temperature() const;

  /// pressure, in pascals; 1000 to 140000; in steps of 0.2.
  template <class Real>
  [[nodiscard]] Real pressure() const;

  /// temperature, in units of 10^-3, by way of a float.
  [[nodiscard]] std::int32_t temperature_e3() const;

  /// pressure, in units of 10^-1, by way of a float.
  [[nodiscard]] std::int32_t pressure_e1() const;

 private:
  void run() override;

  [[nodiscard]] std::int32_t together() const;
  [[nodiscard]] std::int32_t rate_code() const;
  template <class Real>
  [[nodiscard]] Real t() const;
  template <class Real>
  [[nodiscard]] Real p() const;

  Settings chosen_settings_;  // of the sample that was last begun
  std::int32_t P_ = 0;
  std::int32_t T_ = 0;
  std::int32_t c00_ = 0;
  std::int32_t c10_ = 0;
  std::int16_t c0_ = 0;
  std::int16_t c1_ = 0;
  std::int16_t c01_ = 0;
  std::int16_t c11_ = 0;
  std::int16_t c20_ = 0;
  std::int16_t c21_ = 0;
  std::int16_t c30_ = 0;
  std::uint8_t zero_ = 0;
  std::uint8_t source_ = 0;
  std::array<std::uint8_t, 18> buffer_{};
};

}  // namespace bench_probe
