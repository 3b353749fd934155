// ti/tmp105: Temperature sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_TI_TMP105_TEXT_3FA0B2C0
#define PROMETHEUS_EXPRESS_DEVICES_TI_TMP105_TEXT_3FA0B2C0

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_3fa0b2c0 {

namespace px = prometheus_express;

class TiTmp105 final : public px::sensors::Driver {
 public:
  enum class ResolutionBits : std::uint8_t { _9, _10, _11, _12 };
  struct Settings {
    /// Resolution against conversion time.
    ResolutionBits resolution_bits = ResolutionBits::_12;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiTmp105() : Driver(0) {}
  constexpr explicit TiTmp105(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 127.9375; in steps of 0.0625.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::int32_t conversion[] = {27500, 55000, 110000, 220000};
    static constexpr std::uint8_t resolution_bits_choices[] = {9, 10, 11, 12};

    Settings settings;  // of the sample that was last begun
    std::int16_t code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 2> buffer_{};
};

// What is instantiated in the driver's source.
extern template float TiTmp105::Readings::temperature<float>() const;
extern template double TiTmp105::Readings::temperature<double>() const;
extern template float TiTmp105::Readings::value<float>(std::uint8_t channel) const;
extern template double TiTmp105::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_3fa0b2c0

#endif  // PROMETHEUS_EXPRESS_DEVICES_TI_TMP105_TEXT_3FA0B2C0
