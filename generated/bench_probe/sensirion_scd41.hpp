// sensirion/scd41: CO2, temperature and humidity sensor; the SCD40 too. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SCD41_TEXT_97080AC2
#define PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SCD41_TEXT_97080AC2

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_97080ac2 {

namespace px = prometheus_express;

class SensirionScd41 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Height above the sea, in meters, 0 to 3000.
    std::int32_t altitude_meters = 0;
    /// Pressure of the air instead of the altitude, in pascals, 0 to 120000.
    std::int32_t ambient_pressure_pascals = 0;
    /// By how much the part is warmer than the air, in celsius, 0 to 20.
    px::Decimal<2> temperature_offset_celsius = px::Decimal<2>::scaled(400);
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr SensirionScd41() : Driver(15) {}
  constexpr explicit SensirionScd41(const Settings& chosen) : Driver(15), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 3> channels{ {
      {"co2_ppm", "", ""},
      {"temperature_celsius", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// co2, in ppm; 0 to 40000; in steps of 1.
    template <class Real>
    [[nodiscard]] Real co2() const;

    /// temperature, in celsius; -45 to 130; in steps of 0.01.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// relative_humidity, in ratio; 0 to 1; in steps of 0.0001.
    template <class Real>
    [[nodiscard]] Real relative_humidity() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    template <class Real>
    [[nodiscard]] std::int32_t offset_code() const;

    Settings settings;  // of the sample that was last begun
    std::uint16_t co2_ = 0;
    std::uint16_t temperature_code_ = 0;
    std::uint16_t humidity_code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 9> buffer_{};
};

// What is instantiated in the driver's source.
extern template float SensirionScd41::Readings::co2<float>() const;
extern template double SensirionScd41::Readings::co2<double>() const;
extern template float SensirionScd41::Readings::temperature<float>() const;
extern template double SensirionScd41::Readings::temperature<double>() const;
extern template float SensirionScd41::Readings::relative_humidity<float>() const;
extern template double SensirionScd41::Readings::relative_humidity<double>() const;
extern template float SensirionScd41::Readings::value<float>(std::uint8_t channel) const;
extern template double SensirionScd41::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_97080ac2

#endif  // PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SCD41_TEXT_97080AC2
