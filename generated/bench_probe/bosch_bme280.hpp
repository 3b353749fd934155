// bosch/bme280: Humidity, pressure and temperature sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_BOSCH_BME280_TEXT_3FD77E10
#define PROMETHEUS_EXPRESS_DEVICES_BOSCH_BME280_TEXT_3FD77E10

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_3fd77e10 {

namespace px = prometheus_express;

class BoschBme280 final : public px::sensors::Driver {
 public:
  enum class TemperatureOversampling : std::uint8_t { _0, _1, _2, _4, _8, _16 };
  enum class PressureOversampling : std::uint8_t { _0, _1, _2, _4, _8, _16 };
  enum class HumidityOversampling : std::uint8_t { _0, _1, _2, _4, _8, _16 };
  enum class FilterCoefficient : std::uint8_t { _0, _2, _4, _8, _16 };
  struct Settings {
    /// 0 skips the measurement.
    TemperatureOversampling temperature_oversampling = TemperatureOversampling::_1;
    /// 0 skips the measurement.
    PressureOversampling pressure_oversampling = PressureOversampling::_1;
    /// 0 skips the measurement.
    HumidityOversampling humidity_oversampling = HumidityOversampling::_1;
    /// How slowly pressure and temperature follow.
    FilterCoefficient filter_coefficient = FilterCoefficient::_0;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr BoschBme280() : Driver(11) {}
  constexpr explicit BoschBme280(const Settings& chosen) : Driver(11), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 3> channels{ {
      {"temperature_celsius", "", ""},
      {"pressure_pascals", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 155; in steps of 0.01.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// pressure, in pascals; 1000 to 125000; in steps of 0.18.
    template <class Real>
    [[nodiscard]] Real pressure() const;

    /// relative_humidity, in ratio; 0 to 1; in steps of 8e-05.
    template <class Real>
    [[nodiscard]] Real relative_humidity() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    [[nodiscard]] std::int32_t H4() const;
    [[nodiscard]] std::int32_t H5() const;
    template <class Real>
    [[nodiscard]] Real t() const;
    template <class Real>
    [[nodiscard]] std::int32_t tf() const;
    template <class Real>
    [[nodiscard]] Real v() const;
    template <class Real>
    [[nodiscard]] Real q() const;
    template <class Real>
    [[nodiscard]] Real d() const;
    template <class Real>
    [[nodiscard]] Real p() const;
    template <class Real>
    [[nodiscard]] std::int32_t h() const;
    template <class Real>
    [[nodiscard]] Real z() const;

    static constexpr std::uint8_t temperature_oversampling_choices[] = {0, 1, 2, 4, 8, 16};
    static constexpr std::uint8_t pressure_oversampling_choices[] = {0, 1, 2, 4, 8, 16};
    static constexpr std::uint8_t humidity_oversampling_choices[] = {0, 1, 2, 4, 8, 16};
    static constexpr std::uint8_t filter_coefficient_choices[] = {0, 2, 4, 8, 16};

    Settings settings;  // of the sample that was last begun
    std::int32_t P_ = 0;
    std::int32_t T_ = 0;
    std::uint16_t T1_ = 0;
    std::int16_t T2_ = 0;
    std::int16_t T3_ = 0;
    std::uint16_t P1_ = 0;
    std::int16_t P2_ = 0;
    std::int16_t P3_ = 0;
    std::int16_t P4_ = 0;
    std::int16_t P5_ = 0;
    std::int16_t P6_ = 0;
    std::int16_t P7_ = 0;
    std::int16_t P8_ = 0;
    std::int16_t P9_ = 0;
    std::int16_t H2_ = 0;
    std::uint16_t H_ = 0;
    std::uint8_t H1_ = 0;
    std::uint8_t H3_ = 0;
    std::int8_t H4_high_ = 0;
    std::uint8_t H5_low_ = 0;
    std::uint8_t H4_low_ = 0;
    std::int8_t H5_high_ = 0;
    std::int8_t H6_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 24> buffer_{};
};

// What is instantiated in the driver's source.
extern template float BoschBme280::Readings::temperature<float>() const;
extern template double BoschBme280::Readings::temperature<double>() const;
extern template float BoschBme280::Readings::pressure<float>() const;
extern template double BoschBme280::Readings::pressure<double>() const;
extern template float BoschBme280::Readings::relative_humidity<float>() const;
extern template double BoschBme280::Readings::relative_humidity<double>() const;
extern template float BoschBme280::Readings::value<float>(std::uint8_t channel) const;
extern template double BoschBme280::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_3fd77e10

#endif  // PROMETHEUS_EXPRESS_DEVICES_BOSCH_BME280_TEXT_3FD77E10
