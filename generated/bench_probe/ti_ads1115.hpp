// ti/ads1115: Analog-to-digital converter with 4 inputs and 16 bits. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_TI_ADS1115_TEXT_503C90AD
#define PROMETHEUS_EXPRESS_DEVICES_TI_ADS1115_TEXT_503C90AD

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_503c90ad {

namespace px = prometheus_express;

class TiAds1115 final : public px::sensors::Driver {
 public:
  enum class FullScaleVolts : std::uint8_t { _6_144, _4_096, _2_048, _1_024, _0_512, _0_256 };
  enum class SamplesPerSecond : std::uint8_t { _8, _16, _32, _64, _128, _250, _475, _860 };
  struct Settings {
    /// Range of the inputs, in volts.
    FullScaleVolts full_scale_volts = FullScaleVolts::_4_096;
    /// Speed against noise.
    SamplesPerSecond samples_per_second = SamplesPerSecond::_128;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiAds1115() : Driver(0) {}
  constexpr explicit TiAds1115(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 4> channels{ {
      {"voltage_volts", "channel", "0"},
      {"voltage_volts", "channel", "1"},
      {"voltage_volts", "channel", "2"},
      {"voltage_volts", "channel", "3"},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// voltage, in volts; -6.144 to 6.144; in steps of 7.8125e-06.
    template <class Real>
    [[nodiscard]] Real voltage(std::uint8_t turn) const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::uint16_t full_scale_volts_choices_times_125[] = {768, 512, 256, 128, 64, 32};
    static constexpr std::uint16_t samples_per_second_choices[] = {8, 16, 32, 64, 128, 250, 475, 860};

    Settings settings;  // of the sample that was last begun
    std::array<std::int16_t, 4> code_{};
    std::array<std::uint8_t, 4> comparator_{};
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::uint8_t turn_ = 0;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float TiAds1115::Readings::voltage<float>(std::uint8_t turn) const;
extern template double TiAds1115::Readings::voltage<double>(std::uint8_t turn) const;
extern template float TiAds1115::Readings::value<float>(std::uint8_t channel) const;
extern template double TiAds1115::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_503c90ad

#endif  // PROMETHEUS_EXPRESS_DEVICES_TI_ADS1115_TEXT_503C90AD
