// maxim/max31855: Thermocouple-to-digital converter with cold-junction compensation. Generated from its description; do
// not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_MAXIM_MAX31855_TEXT_CCFA6776
#define PROMETHEUS_EXPRESS_DEVICES_MAXIM_MAX31855_TEXT_CCFA6776

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_ccfa6776 {

namespace px = prometheus_express;

class MaximMax31855 final : public px::sensors::Driver {
 public:
  struct Settings {
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MaximMax31855() : Driver(1) {}
  constexpr explicit MaximMax31855(const Settings& chosen) : Driver(1), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "channel", "thermocouple"},
      {"temperature_celsius", "channel", "internal"},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; channel thermocouple; -270 to 1800; in steps of 0.25.
    template <class Real>
    [[nodiscard]] Real temperature_thermocouple() const;

    /// temperature, in celsius; channel internal; -55 to 127.9375; in steps of 0.0625.
    template <class Real>
    [[nodiscard]] Real temperature_internal() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    std::int16_t thermocouple_ = 0;
    std::int16_t internal_ = 0;
    std::uint8_t fault_ = 0;
    std::uint8_t short_to_supply_ = 0;
    std::uint8_t short_to_ground_ = 0;
    std::uint8_t open_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 4> buffer_{};
};

// What is instantiated in the driver's source.
extern template float MaximMax31855::Readings::temperature_thermocouple<float>() const;
extern template double MaximMax31855::Readings::temperature_thermocouple<double>() const;
extern template float MaximMax31855::Readings::temperature_internal<float>() const;
extern template double MaximMax31855::Readings::temperature_internal<double>() const;
extern template float MaximMax31855::Readings::value<float>(std::uint8_t channel) const;
extern template double MaximMax31855::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_ccfa6776

#endif  // PROMETHEUS_EXPRESS_DEVICES_MAXIM_MAX31855_TEXT_CCFA6776
