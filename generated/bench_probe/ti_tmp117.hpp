// ti/tmp117: Precise temperature sensor; the TMP119 too. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_TI_TMP117_TEXT_D19B104E
#define PROMETHEUS_EXPRESS_DEVICES_TI_TMP117_TEXT_D19B104E

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_d19b104e {

namespace px = prometheus_express;

class TiTmp117 final : public px::sensors::Driver {
 public:
  enum class Averages : std::uint8_t { _1, _8, _32, _64 };
  struct Settings {
    /// Conversions in the mean.
    Averages averages = Averages::_8;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiTmp117() : Driver(5) {}
  constexpr explicit TiTmp117(const Settings& chosen) : Driver(5), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 1> channels{ {
      {"temperature_celsius", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; -60 to 155; in steps of 0.0078125.
    template <class Real>
    [[nodiscard]] Real temperature() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    static constexpr std::int32_t conversion[] = {15500, 124000, 496000, 992000};
    static constexpr std::uint8_t averages_choices[] = {1, 8, 32, 64};

    Settings settings;  // of the sample that was last begun
    std::int16_t code_ = 0;
    std::uint8_t data_ready_ = 0;
    std::uint8_t soft_reset_ = 0;
    std::uint8_t zero_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float TiTmp117::Readings::temperature<float>() const;
extern template double TiTmp117::Readings::temperature<double>() const;
extern template float TiTmp117::Readings::value<float>(std::uint8_t channel) const;
extern template double TiTmp117::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_d19b104e

#endif  // PROMETHEUS_EXPRESS_DEVICES_TI_TMP117_TEXT_D19B104E
