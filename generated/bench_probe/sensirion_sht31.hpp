// sensirion/sht31: Temperature and humidity sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SHT31_TEXT_DA593C0F
#define PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SHT31_TEXT_DA593C0F

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_da593c0f {

namespace px = prometheus_express;

class SensirionSht31 final : public px::sensors::Driver {
 public:
  enum class Repeatability : std::uint8_t { low, medium, high };
  struct Settings {
    /// Noise against time and power.
    Repeatability repeatability = Repeatability::high;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr SensirionSht31() : Driver(4) {}
  constexpr explicit SensirionSht31(const Settings& chosen) : Driver(4), settings(chosen) {}

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

    static constexpr std::uint16_t single_shot[] = {9238, 9227, 9216};
    static constexpr std::uint16_t duration[] = {4500, 6500, 15500};

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
extern template float SensirionSht31::Readings::temperature<float>() const;
extern template double SensirionSht31::Readings::temperature<double>() const;
extern template float SensirionSht31::Readings::relative_humidity<float>() const;
extern template double SensirionSht31::Readings::relative_humidity<double>() const;
extern template float SensirionSht31::Readings::value<float>(std::uint8_t channel) const;
extern template double SensirionSht31::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_da593c0f

#endif  // PROMETHEUS_EXPRESS_DEVICES_SENSIRION_SHT31_TEXT_DA593C0F
