// infineon/dps310: Pressure and temperature sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_INFINEON_DPS310_TEXT_00712669
#define PROMETHEUS_EXPRESS_DEVICES_INFINEON_DPS310_TEXT_00712669

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_00712669 {

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

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 155; in steps of 0.01.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// pressure, in pascals; 1000 to 140000; in steps of 0.2.
    template <class Real>
    [[nodiscard]] Real pressure() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    [[nodiscard]] std::int32_t together() const;
    [[nodiscard]] std::int32_t rate_code() const;
    template <class Real>
    [[nodiscard]] Real t() const;
    template <class Real>
    [[nodiscard]] Real p() const;

    static constexpr std::int32_t scale[] = {524288, 1572864, 3670016, 7864320, 253952, 516096, 1040384, 2088960};
    static constexpr std::int32_t duration[] = {3600, 5200, 8400, 14800, 27600, 53200, 104400, 206800};
    static constexpr std::uint8_t pressure_oversampling_choices[] = {1, 2, 4, 8, 16, 32, 64, 128};
    static constexpr std::uint8_t temperature_oversampling_choices[] = {1, 2, 4, 8, 16, 32, 64, 128};

    Settings settings;  // of the sample that was last begun
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
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 18> buffer_{};
};

// What is instantiated in the driver's source.
extern template float InfineonDps310::Readings::temperature<float>() const;
extern template double InfineonDps310::Readings::temperature<double>() const;
extern template float InfineonDps310::Readings::pressure<float>() const;
extern template double InfineonDps310::Readings::pressure<double>() const;
extern template float InfineonDps310::Readings::value<float>(std::uint8_t channel) const;
extern template double InfineonDps310::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_00712669

#endif  // PROMETHEUS_EXPRESS_DEVICES_INFINEON_DPS310_TEXT_00712669
