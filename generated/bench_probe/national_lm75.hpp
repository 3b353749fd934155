// national/lm75: Temperature sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_NATIONAL_LM75_TEXT_7ADD1FEB
#define PROMETHEUS_EXPRESS_DEVICES_NATIONAL_LM75_TEXT_7ADD1FEB

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_7add1feb {

namespace px = prometheus_express;

class NationalLm75 final : public px::sensors::Driver {
 public:
  struct Settings {
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr NationalLm75() : Driver(2) {}
  constexpr explicit NationalLm75(const Settings& chosen) : Driver(2), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 127.5; in steps of 0.5.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

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
extern template float NationalLm75::Readings::temperature<float>() const;
extern template double NationalLm75::Readings::temperature<double>() const;
extern template float NationalLm75::Readings::value<float>(std::uint8_t channel) const;
extern template double NationalLm75::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_7add1feb

#endif  // PROMETHEUS_EXPRESS_DEVICES_NATIONAL_LM75_TEXT_7ADD1FEB
