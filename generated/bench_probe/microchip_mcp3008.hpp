// microchip/mcp3008: Analog-to-digital converter with 8 inputs and 10 bits. Generated from its description; do not
// edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_MCP3008_TEXT_D2D4C319
#define PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_MCP3008_TEXT_D2D4C319

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_d2d4c319 {

namespace px = prometheus_express;

class MicrochipMcp3008 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// Voltage at VREF, in volts, 0.0001 to 100.
    px::Decimal<4> reference_volts = px::Decimal<4>::scaled(33000);
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MicrochipMcp3008() : Driver(0) {}
  constexpr explicit MicrochipMcp3008(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 8> channels{ {
      {"voltage_volts", "channel", "0"},
      {"voltage_volts", "channel", "1"},
      {"voltage_volts", "channel", "2"},
      {"voltage_volts", "channel", "3"},
      {"voltage_volts", "channel", "4"},
      {"voltage_volts", "channel", "5"},
      {"voltage_volts", "channel", "6"},
      {"voltage_volts", "channel", "7"},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// voltage, in volts; in steps of 0.001.
    template <class Real>
    [[nodiscard]] Real voltage(std::uint8_t turn) const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    Settings settings;  // of the sample that was last begun
    std::array<std::uint16_t, 8> code_{};
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::uint8_t turn_ = 0;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float MicrochipMcp3008::Readings::voltage<float>(std::uint8_t turn) const;
extern template double MicrochipMcp3008::Readings::voltage<double>(std::uint8_t turn) const;
extern template float MicrochipMcp3008::Readings::value<float>(std::uint8_t channel) const;
extern template double MicrochipMcp3008::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_d2d4c319

#endif  // PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_MCP3008_TEXT_D2D4C319
