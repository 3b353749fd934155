// rohm/bh1750: Ambient light sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_ROHM_BH1750_TEXT_ED39FF7A
#define PROMETHEUS_EXPRESS_DEVICES_ROHM_BH1750_TEXT_ED39FF7A

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_ed39ff7a {

namespace px = prometheus_express;

class RohmBh1750 final : public px::sensors::Driver {
 public:
  enum class Mode : std::uint8_t { high_resolution, high_resolution_2, low_resolution };
  struct Settings {
    /// high_resolution_2 halves the smallest step, low_resolution the time.
    Mode mode = Mode::high_resolution;
    /// Sensitivity, 31 to 254.
    std::int32_t mtreg = 69;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr RohmBh1750() : Driver(0) {}
  constexpr explicit RohmBh1750(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"illuminance_lux", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// illuminance, in lux; 0 to 121557; in steps of 0.11.
    template <class Real>
    [[nodiscard]] Real illuminance() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::uint8_t one_time[] = {32, 33, 35};
    static constexpr std::int32_t duration[] = {180000, 180000, 24000};

    Settings settings;  // of the sample that was last begun
    std::uint16_t code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 2> buffer_{};
};

// What is instantiated in the driver's source.
extern template float RohmBh1750::Readings::illuminance<float>() const;
extern template double RohmBh1750::Readings::illuminance<double>() const;
extern template float RohmBh1750::Readings::value<float>(std::uint8_t channel) const;
extern template double RohmBh1750::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_ed39ff7a

#endif  // PROMETHEUS_EXPRESS_DEVICES_ROHM_BH1750_TEXT_ED39FF7A
