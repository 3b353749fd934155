// sensirion/sgp30: Indoor air quality sensor; reads 400 ppm and 0 ppb in its first 15 s. Generated from its
// description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SGP30_TEXT_B548B5D0
#define PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SGP30_TEXT_B548B5D0

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_b548b5d0 {

namespace px = prometheus_express;

class SensirionSgp30 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Temperature of the air, in celsius, -45 to 130.
    px::Decimal<3> compensation_temperature_celsius = px::Decimal<3>::scaled(25000);
    /// Relative humidity of the air, in ratio, 0 to 1.
    px::Decimal<6> compensation_relative_humidity_ratio = px::Decimal<6>::scaled(500000);
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr SensirionSgp30() : Driver(7) {}
  constexpr explicit SensirionSgp30(const Settings& chosen) : Driver(7), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"eco2_ppm", "", ""},
      {"tvoc_ppb", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// eco2, in ppm; 400 to 60000; in steps of 1.
    template <class Real>
    [[nodiscard]] Real eco2() const;

    /// tvoc, in ppb; 0 to 60000; in steps of 1.
    template <class Real>
    [[nodiscard]] Real tvoc() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    template <class Real>
    [[nodiscard]] Real c() const;
    template <class Real>
    [[nodiscard]] Real saturation() const;
    template <class Real>
    [[nodiscard]] Real grams() const;
    template <class Real>
    [[nodiscard]] std::int32_t humidity_code() const;

    Settings settings;  // of the sample that was last begun
    std::uint16_t eco2_ = 0;
    std::uint16_t tvoc_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 6> buffer_{};
};

// What is instantiated in the driver's source.
extern template float SensirionSgp30::Readings::eco2<float>() const;
extern template double SensirionSgp30::Readings::eco2<double>() const;
extern template float SensirionSgp30::Readings::tvoc<float>() const;
extern template double SensirionSgp30::Readings::tvoc<double>() const;
extern template float SensirionSgp30::Readings::value<float>(std::uint8_t channel) const;
extern template double SensirionSgp30::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_b548b5d0

#endif  // PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SGP30_TEXT_B548B5D0
