// aosong/aht20: Temperature and humidity sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_AOSONG_AHT20_TEXT_DBEBF900
#define PROMETHEUS_EXPRESS_DEVICES_AOSONG_AHT20_TEXT_DBEBF900

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_dbebf900 {

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

}  // namespace prometheus_express::devices::inline text_dbebf900

#endif  // PROMETHEUS_EXPRESS_DEVICES_AOSONG_AHT20_TEXT_DBEBF900
