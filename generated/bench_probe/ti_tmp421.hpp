// ti/tmp421: Temperature sensor with a remote diode. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_TI_TMP421_TEXT_4AA93CCA
#define PROMETHEUS_EXPRESS_DEVICES_TI_TMP421_TEXT_4AA93CCA

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_4aa93cca {

namespace px = prometheus_express;

class TiTmp421 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// From -64 degrees up to 191 instead of -40 up to 127.
    bool extended_range = false;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiTmp421() : Driver(8) {}
  constexpr explicit TiTmp421(const Settings& chosen) : Driver(8), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 2> channels{ {
      {"temperature_celsius", "channel", "local"},
      {"temperature_celsius", "channel", "remote1"},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; channel local; -64 to 191.9375; in steps of 0.0625.
    template <class Real>
    [[nodiscard]] Real temperature_local() const;

    /// temperature, in celsius; channel remote1; -64 to 191.9375; in steps of 0.0625.
    template <class Real>
    [[nodiscard]] Real temperature_remote1() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    Settings settings;  // of the sample that was last begun
    std::uint16_t local_code_ = 0;
    std::uint16_t remote1_code_ = 0;
    std::uint8_t local_supply_low_ = 0;
    std::uint8_t remote1_supply_low_ = 0;
    std::uint8_t remote1_open_ = 0;
    std::uint8_t wide_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 2> buffer_{};
};

// What is instantiated in the driver's source.
extern template float TiTmp421::Readings::temperature_local<float>() const;
extern template double TiTmp421::Readings::temperature_local<double>() const;
extern template float TiTmp421::Readings::temperature_remote1<float>() const;
extern template double TiTmp421::Readings::temperature_remote1<double>() const;
extern template float TiTmp421::Readings::value<float>(std::uint8_t channel) const;
extern template double TiTmp421::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_4aa93cca

#endif  // PROMETHEUS_EXPRESS_DEVICES_TI_TMP421_TEXT_4AA93CCA
