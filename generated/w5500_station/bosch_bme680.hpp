// bosch/bme680: Gas, humidity, pressure and temperature sensor; the BME688 too. Generated from its description; do not
// edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_BOSCH_BME680_TEXT_08E48E6D
#define PROMETHEUS_EXPRESS_DEVICES_BOSCH_BME680_TEXT_08E48E6D

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_08e48e6d {

namespace px = prometheus_express;

class BoschBme680 final : public px::sensors::Driver {
 public:
  enum class TemperatureOversampling : std::uint8_t { _0, _1, _2, _4, _8, _16 };
  enum class PressureOversampling : std::uint8_t { _0, _1, _2, _4, _8, _16 };
  enum class HumidityOversampling : std::uint8_t { _0, _1, _2, _4, _8, _16 };
  enum class FilterCoefficient : std::uint8_t { _0, _1, _3, _7, _15, _31, _63, _127 };
  struct Settings {
    /// 0 skips the measurement.
    TemperatureOversampling temperature_oversampling = TemperatureOversampling::_2;
    /// 0 skips the measurement.
    PressureOversampling pressure_oversampling = PressureOversampling::_16;
    /// 0 skips the measurement.
    HumidityOversampling humidity_oversampling = HumidityOversampling::_1;
    /// How slowly pressure and temperature follow.
    FilterCoefficient filter_coefficient = FilterCoefficient::_0;
    /// Temperature of the gas sensor, in celsius, 0 to 1000.
    px::Decimal<1> heater_celsius = px::Decimal<1>::scaled(3200);
    /// How long it is heated, in milliseconds, 0 to 60000.
    std::int32_t heater_milliseconds = 150;
    /// Temperature of the air, in celsius, -40 to 85.
    px::Decimal<2> ambient_celsius = px::Decimal<2>::scaled(2500);
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr BoschBme680() : Driver(11) {}
  constexpr explicit BoschBme680(const Settings& chosen) : Driver(11), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 4> channels{ {
      {"temperature_celsius", "", ""},
      {"pressure_pascals", "", ""},
      {"relative_humidity_ratio", "", ""},
      {"gas_resistance_ohms", "", ""},
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

    /// gas_resistance, in ohms; 100 to 102400000; in steps of 1.
    template <class Real>
    [[nodiscard]] Real gas_resistance() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    template <class Real>
    [[nodiscard]] Real target() const;
    template <class Real>
    [[nodiscard]] Real x() const;
    template <class Real>
    [[nodiscard]] std::int32_t heater_code() const;
    [[nodiscard]] std::int32_t d() const;
    [[nodiscard]] std::int32_t heater_time_code() const;
    [[nodiscard]] std::int32_t H1() const;
    [[nodiscard]] std::int32_t H2() const;
    template <class Real>
    [[nodiscard]] Real t() const;
    template <class Real>
    [[nodiscard]] Real c() const;
    template <class Real>
    [[nodiscard]] Real v() const;
    template <class Real>
    [[nodiscard]] Real q() const;
    template <class Real>
    [[nodiscard]] Real divisor() const;
    template <class Real>
    [[nodiscard]] Real p() const;
    template <class Real>
    [[nodiscard]] Real z() const;
    [[nodiscard]] std::int32_t gas() const;
    [[nodiscard]] std::int32_t gas_range() const;
    [[nodiscard]] bool gas_good() const;
    template <class Real>
    [[nodiscard]] Real s() const;

    static constexpr std::int8_t k1_times_10[] = {0, 0, 0, 0, 0, -10, 0, -8, 0, 0, -2, -5, 0, -10, 0, 0};
    static constexpr std::int8_t k2_times_10[] = {0, 0, 0, 0, 1, 7, 0, -8, -1, 0, 0, 0, 0, 0, 0, 0};
    static constexpr std::uint8_t temperature_oversampling_choices[] = {0, 1, 2, 4, 8, 16};
    static constexpr std::uint8_t pressure_oversampling_choices[] = {0, 1, 2, 4, 8, 16};
    static constexpr std::uint8_t humidity_oversampling_choices[] = {0, 1, 2, 4, 8, 16};
    static constexpr std::uint8_t filter_coefficient_choices[] = {0, 1, 3, 7, 15, 31, 63, 127};

    Settings settings;  // of the sample that was last begun
    std::int32_t P_ = 0;
    std::int32_t T_ = 0;
    std::uint16_t H_ = 0;
    std::uint16_t gas_0_ = 0;
    std::uint16_t gas_1_ = 0;
    std::int16_t T2_ = 0;
    std::uint16_t P1_ = 0;
    std::int16_t P2_ = 0;
    std::int16_t P4_ = 0;
    std::int16_t P5_ = 0;
    std::int16_t P8_ = 0;
    std::int16_t P9_ = 0;
    std::uint16_t T1_ = 0;
    std::int16_t G2_ = 0;
    std::int8_t res_heat_val_ = 0;
    std::uint8_t res_heat_range_ = 0;
    std::int8_t range_sw_err_ = 0;
    std::uint8_t unused_ = 0;
    std::uint8_t gas_valid_0_ = 0;
    std::uint8_t heat_stable_0_ = 0;
    std::uint8_t range_0_ = 0;
    std::uint8_t gas_valid_1_ = 0;
    std::uint8_t heat_stable_1_ = 0;
    std::uint8_t range_1_ = 0;
    std::int8_t T3_ = 0;
    std::int8_t P3_ = 0;
    std::int8_t P7_ = 0;
    std::int8_t P6_ = 0;
    std::uint8_t P10_ = 0;
    std::uint8_t H2_high_ = 0;
    std::uint8_t H2_low_ = 0;
    std::uint8_t H1_low_ = 0;
    std::uint8_t H1_high_ = 0;
    std::int8_t H3_ = 0;
    std::int8_t H4_ = 0;
    std::int8_t H5_ = 0;
    std::uint8_t H6_ = 0;
    std::int8_t H7_ = 0;
    std::int8_t G1_ = 0;
    std::int8_t G3_ = 0;
    std::uint8_t variant_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 23> buffer_{};
};

// What is instantiated in the driver's source.
extern template float BoschBme680::Readings::temperature<float>() const;
extern template double BoschBme680::Readings::temperature<double>() const;
extern template float BoschBme680::Readings::pressure<float>() const;
extern template double BoschBme680::Readings::pressure<double>() const;
extern template float BoschBme680::Readings::relative_humidity<float>() const;
extern template double BoschBme680::Readings::relative_humidity<double>() const;
extern template float BoschBme680::Readings::gas_resistance<float>() const;
extern template double BoschBme680::Readings::gas_resistance<double>() const;
extern template float BoschBme680::Readings::value<float>(std::uint8_t channel) const;
extern template double BoschBme680::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_08e48e6d

#endif  // PROMETHEUS_EXPRESS_DEVICES_BOSCH_BME680_TEXT_08E48E6D
