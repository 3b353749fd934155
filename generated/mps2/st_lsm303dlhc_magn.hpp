// st/lsm303dlhc-magn: Magnetometer of the LSM303DLHC. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_ST_LSM303DLHC_MAGN_TEXT_56C99A8E
#define PROMETHEUS_EXPRESS_DEVICES_ST_LSM303DLHC_MAGN_TEXT_56C99A8E

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_56c99a8e {

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

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// magnetic_flux_density, in teslas; axis x; -0.001 to 0.001; in steps of 1e-07.
    template <class Real>
    [[nodiscard]] Real magnetic_flux_density_x() const;

    /// magnetic_flux_density, in teslas; axis y; -0.001 to 0.001; in steps of 1e-07.
    template <class Real>
    [[nodiscard]] Real magnetic_flux_density_y() const;

    /// magnetic_flux_density, in teslas; axis z; -0.001 to 0.001; in steps of 1e-07.
    template <class Real>
    [[nodiscard]] Real magnetic_flux_density_z() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::int32_t two_periods[] = {2667000, 1334000, 667000, 267000, 134000, 67000, 27000, 10000};
    static constexpr std::uint16_t per_gauss_xy[] = {0, 1100, 855, 670, 450, 400, 330, 230};
    static constexpr std::uint16_t per_gauss_z[] = {0, 980, 760, 600, 400, 355, 295, 205};
    static constexpr std::uint16_t samples_per_second_choices_times_4[] = {3, 6, 12, 30, 60, 120, 300, 880};

    Settings settings;  // of the sample that was last begun
    std::int16_t x_ = 0;
    std::int16_t z_ = 0;
    std::int16_t y_ = 0;
    std::uint8_t zeros_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 6> buffer_{};
};

// What is instantiated in the driver's source.
extern template float StLsm303dlhcMagn::Readings::magnetic_flux_density_x<float>() const;
extern template double StLsm303dlhcMagn::Readings::magnetic_flux_density_x<double>() const;
extern template float StLsm303dlhcMagn::Readings::magnetic_flux_density_y<float>() const;
extern template double StLsm303dlhcMagn::Readings::magnetic_flux_density_y<double>() const;
extern template float StLsm303dlhcMagn::Readings::magnetic_flux_density_z<float>() const;
extern template double StLsm303dlhcMagn::Readings::magnetic_flux_density_z<double>() const;
extern template float StLsm303dlhcMagn::Readings::value<float>(std::uint8_t channel) const;
extern template double StLsm303dlhcMagn::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_56c99a8e

#endif  // PROMETHEUS_EXPRESS_DEVICES_ST_LSM303DLHC_MAGN_TEXT_56C99A8E
