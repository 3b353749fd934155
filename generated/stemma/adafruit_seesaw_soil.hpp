// adafruit/seesaw-soil: STEMMA soil sensor, capacitance and temperature. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_ADAFRUIT_SEESAW_SOIL_TEXT_450FCB0E
#define PROMETHEUS_EXPRESS_DEVICES_ADAFRUIT_SEESAW_SOIL_TEXT_450FCB0E

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_450fcb0e {

namespace px = prometheus_express;

class AdafruitSeesawSoil final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr AdafruitSeesawSoil() : Driver(6) {}
  constexpr explicit AdafruitSeesawSoil(const Settings& chosen) : Driver(6), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"moisture_capacitance_counts", "", ""},
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// moisture_capacitance, in counts; 0 to 4095; in steps of 1.
    template <class Real>
    [[nodiscard]] Real moisture_capacitance() const;

    /// temperature, in celsius; 0 to 150; in steps of 0.1.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    std::int32_t temperature_code_ = 0;
    std::uint16_t moisture_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 4> buffer_{};
};

// What is instantiated in the driver's source.
extern template float AdafruitSeesawSoil::Readings::moisture_capacitance<float>() const;
extern template double AdafruitSeesawSoil::Readings::moisture_capacitance<double>() const;
extern template float AdafruitSeesawSoil::Readings::temperature<float>() const;
extern template double AdafruitSeesawSoil::Readings::temperature<double>() const;
extern template float AdafruitSeesawSoil::Readings::value<float>(std::uint8_t channel) const;
extern template double AdafruitSeesawSoil::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_450fcb0e

#endif  // PROMETHEUS_EXPRESS_DEVICES_ADAFRUIT_SEESAW_SOIL_TEXT_450FCB0E
