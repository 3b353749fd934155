// ti/tmp102: Temperature sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_TI_TMP102_TEXT_46334373
#define PROMETHEUS_EXPRESS_DEVICES_TI_TMP102_TEXT_46334373

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_46334373 {

namespace px = prometheus_express;

class TiTmp102 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// 13 bits up to 150 degrees instead of 12 up to 128.
    bool extended_mode = false;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiTmp102() : Driver(2) {}
  constexpr explicit TiTmp102(const Settings& chosen) : Driver(2), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 155; in steps of 0.0625.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    Settings settings;  // of the sample that was last begun
    std::uint16_t word_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float TiTmp102::Readings::temperature<float>() const;
extern template double TiTmp102::Readings::temperature<double>() const;
extern template float TiTmp102::Readings::value<float>(std::uint8_t channel) const;
extern template double TiTmp102::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_46334373

#endif  // PROMETHEUS_EXPRESS_DEVICES_TI_TMP102_TEXT_46334373
