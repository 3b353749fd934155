// sensirion/sgp40: Raw signal of a VOC sensor; it falls where there are more volatile organic compounds. Generated from
// its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SGP40_TEXT_3281F90F
#define PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SGP40_TEXT_3281F90F

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_3281f90f {

namespace px = prometheus_express;

class SensirionSgp40 final : public px::sensors::Driver {
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

  constexpr SensirionSgp40() : Driver(5) {}
  constexpr explicit SensirionSgp40(const Settings& chosen) : Driver(5), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"voc_raw_ticks", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// voc_raw, in ticks; 0 to 65535; in steps of 1.
    template <class Real>
    [[nodiscard]] Real voc_raw() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    template <class Real>
    [[nodiscard]] std::int32_t humidity_code() const;
    template <class Real>
    [[nodiscard]] std::int32_t temperature_code() const;

    Settings settings;  // of the sample that was last begun
    std::uint16_t ticks_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 8> buffer_{};
};

// What is instantiated in the driver's source.
extern template float SensirionSgp40::Readings::voc_raw<float>() const;
extern template double SensirionSgp40::Readings::voc_raw<double>() const;
extern template float SensirionSgp40::Readings::value<float>(std::uint8_t channel) const;
extern template double SensirionSgp40::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_3281f90f

#endif  // PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SGP40_TEXT_3281F90F
