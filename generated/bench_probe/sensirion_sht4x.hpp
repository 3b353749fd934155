// sensirion/sht4x: Temperature and humidity sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SHT4X_TEXT_165A1AB8
#define PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SHT4X_TEXT_165A1AB8

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_165a1ab8 {

namespace px = prometheus_express;

class SensirionSht4x final : public px::sensors::Driver {
 public:
  enum class Repeatability : std::uint8_t { low, medium, high };
  struct Settings {
    /// Noise against time and power.
    Repeatability repeatability = Repeatability::high;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr SensirionSht4x() : Driver(2) {}
  constexpr explicit SensirionSht4x(const Settings& chosen) : Driver(2), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "", ""},
      {"relative_humidity_ratio", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -45 to 130; in steps of 0.01.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// relative_humidity, in ratio; 0 to 1; in steps of 0.0001.
    template <class Real>
    [[nodiscard]] Real relative_humidity() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::uint8_t command[] = {224, 246, 253};
    static constexpr std::uint16_t duration[] = {1600, 4500, 8300};

    Settings settings;  // of the sample that was last begun
    std::uint16_t temperature_code_ = 0;
    std::uint16_t humidity_code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 6> buffer_{};
};

// What is instantiated in the driver's source.
extern template float SensirionSht4x::Readings::temperature<float>() const;
extern template double SensirionSht4x::Readings::temperature<double>() const;
extern template float SensirionSht4x::Readings::relative_humidity<float>() const;
extern template double SensirionSht4x::Readings::relative_humidity<double>() const;
extern template float SensirionSht4x::Readings::value<float>(std::uint8_t channel) const;
extern template double SensirionSht4x::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_165a1ab8

#endif  // PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SHT4X_TEXT_165A1AB8
