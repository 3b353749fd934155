// maxim/max6675: Thermocouple-to-digital converter, 0 to 1024 degrees. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_MAXIM_MAX6675_TEXT_9C952239
#define PROMETHEUS_EXPRESS_DEVICES_MAXIM_MAX6675_TEXT_9C952239

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_9c952239 {

namespace px = prometheus_express;

class MaximMax6675 final : public px::sensors::Driver {
 public:
  struct Settings {
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MaximMax6675() : Driver(0) {}
  constexpr explicit MaximMax6675(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; 0 to 1023.75; in steps of 0.25.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

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
extern template float MaximMax6675::Readings::temperature<float>() const;
extern template double MaximMax6675::Readings::temperature<double>() const;
extern template float MaximMax6675::Readings::value<float>(std::uint8_t channel) const;
extern template double MaximMax6675::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_9c952239

#endif  // PROMETHEUS_EXPRESS_DEVICES_MAXIM_MAX6675_TEXT_9C952239
