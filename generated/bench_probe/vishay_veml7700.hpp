// vishay/veml7700: Ambient light sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_VISHAY_VEML7700_TEXT_137B59B3
#define PROMETHEUS_EXPRESS_DEVICES_VISHAY_VEML7700_TEXT_137B59B3

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_137b59b3 {

namespace px = prometheus_express;

class VishayVeml7700 final : public px::sensors::Driver {
 public:
  enum class Gain : std::uint8_t { _0_125, _0_25, _1, _2 };
  enum class IntegrationMilliseconds : std::uint8_t { _25, _50, _100, _200, _400, _800 };
  struct Settings {
    /// Gain of the photodiode.
    Gain gain = Gain::_0_125;
    /// How long light is collected, in milliseconds.
    IntegrationMilliseconds integration_milliseconds = IntegrationMilliseconds::_100;
    /// Corrects what is above 1000 lux as the application note says.
    bool nonlinearity_correction = false;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr VishayVeml7700() : Driver(1) {}
  constexpr explicit VishayVeml7700(const Settings& chosen) : Driver(1), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"illuminance_lux", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// illuminance, in lux; 0 to 150000; in steps of 0.0042.
    template <class Real>
    [[nodiscard]] Real illuminance() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    template <class Real>
    [[nodiscard]] Real x() const;
    template <class Real>
    [[nodiscard]] Real corrected() const;

    static constexpr std::uint8_t gain_code[] = {2, 3, 0, 1};
    static constexpr std::uint8_t time_code[] = {12, 8, 0, 1, 2, 3};
    static constexpr std::uint8_t gain_choices_times_8[] = {1, 2, 8, 16};
    static constexpr std::uint16_t integration_milliseconds_choices[] = {25, 50, 100, 200, 400, 800};

    Settings settings;  // of the sample that was last begun
    std::uint16_t code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float VishayVeml7700::Readings::illuminance<float>() const;
extern template double VishayVeml7700::Readings::illuminance<double>() const;
extern template float VishayVeml7700::Readings::value<float>(std::uint8_t channel) const;
extern template double VishayVeml7700::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_137b59b3

#endif  // PROMETHEUS_EXPRESS_DEVICES_VISHAY_VEML7700_TEXT_137B59B3
