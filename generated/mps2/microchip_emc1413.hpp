// microchip/emc1413: Temperature sensor with two remote diodes. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_EMC1413_TEXT_DCBB0CDD
#define PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_EMC1413_TEXT_DCBB0CDD

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_dcbb0cdd {

namespace px = prometheus_express;

class MicrochipEmc1413 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// From -64 degrees instead of 0.
    bool extended_range = false;
    /// Whether the part is told from others before it is used.
    bool identify = true;
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr MicrochipEmc1413() : Driver(10) {}
  constexpr explicit MicrochipEmc1413(const Settings& chosen) : Driver(10), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 3> channels{ {
      {"temperature_celsius", "channel", "internal"},
      {"temperature_celsius", "channel", "external1"},
      {"temperature_celsius", "channel", "external2"},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// temperature, in celsius; channel internal; -64 to 191.875; in steps of 0.125.
    template <class Real>
    [[nodiscard]] Real temperature_internal() const;

    /// temperature, in celsius; channel external1; -64 to 191.875; in steps of 0.125.
    template <class Real>
    [[nodiscard]] Real temperature_external1() const;

    /// temperature, in celsius; channel external2; -64 to 191.875; in steps of 0.125.
    template <class Real>
    [[nodiscard]] Real temperature_external2() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    [[nodiscard]] std::int32_t lowest() const;

    Settings settings;  // of the sample that was last begun
    std::uint8_t internal_whole_ = 0;
    std::uint8_t external1_whole_ = 0;
    std::uint8_t wide_ = 0;
    std::uint8_t external1_part_ = 0;
    std::uint8_t faults_ = 0;
    std::uint8_t external2_whole_ = 0;
    std::uint8_t external2_part_ = 0;
    std::uint8_t internal_part_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 2> buffer_{};
};

// What is instantiated in the driver's source.
extern template float MicrochipEmc1413::Readings::temperature_internal<float>() const;
extern template double MicrochipEmc1413::Readings::temperature_internal<double>() const;
extern template float MicrochipEmc1413::Readings::temperature_external1<float>() const;
extern template double MicrochipEmc1413::Readings::temperature_external1<double>() const;
extern template float MicrochipEmc1413::Readings::temperature_external2<float>() const;
extern template double MicrochipEmc1413::Readings::temperature_external2<double>() const;
extern template float MicrochipEmc1413::Readings::value<float>(std::uint8_t channel) const;
extern template double MicrochipEmc1413::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_dcbb0cdd

#endif  // PROMETHEUS_EXPRESS_DEVICES_MICROCHIP_EMC1413_TEXT_DCBB0CDD
