// st/lsm303dlhc-magn: Magnetometer of the LSM303DLHC. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace bench_probe {

namespace px = prometheus_express;

class StLsm303dlhcMagn final : public px::sensors::Driver {
 public:
  enum class SamplesPerSecond : std::uint8_t { _0_75, _1_5, _3, _7_5, _15, _30, _75, _220 };
  struct Settings {
    /// Range; 1 is 1.3 gauss and 7 is 8.1 gauss, 1 to 7.
    std::int32_t gain_code = 1;
    /// How often it measures by itself.
    SamplesPerSecond samples_per_second = SamplesPerSecond::_15;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr StLsm303dlhcMagn() : Driver(2) {}
  constexpr explicit StLsm303dlhcMagn(const Settings& chosen) : Driver(2), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 3> channels{ {
      {"magnetic_flux_density_teslas", "axis", "x"},
      {"magnetic_flux_density_teslas", "axis", "y"},
      {"magnetic_flux_density_teslas", "axis", "z"},
  } };
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// magnetic_flux_density, in teslas; axis x; -0.001 to 0.001; in steps of 1e-07.
  template <class Real>
  [[nodiscard]] Real magnetic_flux_density_x() const;

  /// magnetic_flux_density, in teslas; axis y; -0.001 to 0.001; in steps of 1e-07.
  template <class Real>
  [[nodiscard]] Real magnetic_flux_density_y() const;

  /// magnetic_flux_density, in teslas; axis z; -0.001 to 0.001; in steps of 1e-07.
  template <class Real>
  [[nodiscard]] Real magnetic_flux_density_z() const;

  /// magnetic_flux_density, in units of 10^-9, by way of a float.
  [[nodiscard]] std::int32_t magnetic_flux_density_x_e9() const;

  /// magnetic_flux_density, in units of 10^-9, by way of a float.
  [[nodiscard]] std::int32_t magnetic_flux_density_y_e9() const;

  /// magnetic_flux_density, in units of 10^-9, by way of a float.
  [[nodiscard]] std::int32_t magnetic_flux_density_z_e9() const;

 private:
  void run() override;


  Settings chosen_settings_;  // of the sample that was last begun
  std::int16_t x_ = 0;
  std::int16_t z_ = 0;
  std::int16_t y_ = 0;
  std::uint8_t zeros_ = 0;
  std::array<std::uint8_t, 6> buffer_{};
};

}  // namespace bench_probe
