// microchip/mcp9808: Temperature sensor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_MCP9808_TEXT_139273F6
#define PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_MCP9808_TEXT_139273F6

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_139273f6 {

namespace px = prometheus_express;

class MicrochipMcp9808 final : public px::sensors::Driver {
 public:
  enum class ResolutionCelsius : std::uint8_t { _0_5, _0_25, _0_125, _0_0625 };
  struct Settings {
    /// Resolution against conversion time, in celsius.
    ResolutionCelsius resolution_celsius = ResolutionCelsius::_0_0625;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MicrochipMcp9808() : Driver(4) {}
  constexpr explicit MicrochipMcp9808(const Settings& chosen) : Driver(4), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 155; in steps of 0.0625.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::int32_t conversion[] = {30000, 65000, 130000, 250000};
    static constexpr std::uint8_t resolution_celsius_choices_times_16[] = {8, 4, 2, 1};

    Settings settings;  // of the sample that was last begun
    std::int16_t code_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float MicrochipMcp9808::Readings::temperature<float>() const;
extern template double MicrochipMcp9808::Readings::temperature<double>() const;
extern template float MicrochipMcp9808::Readings::value<float>(std::uint8_t channel) const;
extern template double MicrochipMcp9808::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_139273f6

#endif  // PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_MCP9808_TEXT_139273F6
