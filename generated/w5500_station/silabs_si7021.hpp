// silabs/si7021: Temperature and humidity sensor; understands the commands of the HTU21D. Generated from its
// description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_SILABS_SI7021_TEXT_0E2460A5
#define PROMETHEUS_EXPRESS_DEVICES_SILABS_SI7021_TEXT_0E2460A5

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_0e2460a5 {

namespace px = prometheus_express;

class SilabsSi7021 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr SilabsSi7021() : Driver(6) {}
  constexpr explicit SilabsSi7021(const Settings& chosen) : Driver(6), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -46.85 to 128.87; in steps of 0.01.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// relative_humidity, in ratio; 0 to 1; in steps of 0.0001.
    template <class Real>
    [[nodiscard]] Real relative_humidity() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    std::uint16_t humidity_code_ = 0;
    std::uint16_t temperature_code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float SilabsSi7021::Readings::temperature<float>() const;
extern template double SilabsSi7021::Readings::temperature<double>() const;
extern template float SilabsSi7021::Readings::relative_humidity<float>() const;
extern template double SilabsSi7021::Readings::relative_humidity<double>() const;
extern template float SilabsSi7021::Readings::value<float>(std::uint8_t channel) const;
extern template double SilabsSi7021::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_0e2460a5

#endif  // PROMETHEUS_EXPRESS_DEVICES_SILABS_SI7021_TEXT_0E2460A5
