// aosong/aht20: Temperature and humidity sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_AOSONG_AHT20_TEXT_1AFFF0B5
#define PROMETHEUS_EXPRESS_DEVICES_AOSONG_AHT20_TEXT_1AFFF0B5

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_1afff0b5 {

namespace px = prometheus_express;

class AosongAht20 final : public px::sensors::Driver {
 public:
  struct Settings {
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr AosongAht20() : Driver(1) {}
  constexpr explicit AosongAht20(const Settings& chosen) : Driver(1), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -50 to 150; in steps of 0.01.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// relative_humidity, in ratio; 0 to 1; in steps of 0.00024.
    template <class Real>
    [[nodiscard]] Real relative_humidity() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    std::int32_t humidity_code_ = 0;
    std::int32_t temperature_code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 7> buffer_{};
};

// What is instantiated in the driver's source.
extern template float AosongAht20::Readings::temperature<float>() const;
extern template double AosongAht20::Readings::temperature<double>() const;
extern template float AosongAht20::Readings::relative_humidity<float>() const;
extern template double AosongAht20::Readings::relative_humidity<double>() const;
extern template float AosongAht20::Readings::value<float>(std::uint8_t channel) const;
extern template double AosongAht20::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_1afff0b5

#endif  // PROMETHEUS_EXPRESS_DEVICES_AOSONG_AHT20_TEXT_1AFFF0B5
