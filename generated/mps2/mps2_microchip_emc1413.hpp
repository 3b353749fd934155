// microchip/emc1413: Temperature sensor with two remote diodes. Generated from its description; do not edit.
#pragma once

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace mps2 {

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
  template <class Real>
  [[nodiscard]] Real value(std::uint8_t channel) const;

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// temperature, in celsius; channel internal; -64 to 191.875; in steps of 0.125.
  template <class Real>
  [[nodiscard]] Real temperature_internal() const;

  /// temperature, in celsius; channel external1; -64 to 191.875; in steps of 0.125.
  template <class Real>
  [[nodiscard]] Real temperature_external1() const;

  /// temperature, in celsius; channel external2; -64 to 191.875; in steps of 0.125.
  template <class Real>
  [[nodiscard]] Real temperature_external2() const;

  /// temperature, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t temperature_internal_e4() const;

  /// temperature, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t temperature_external1_e4() const;

  /// temperature, in units of 10^-4, without floating point.
  [[nodiscard]] std::int32_t temperature_external2_e4() const;

 private:
  void run() override;

  [[nodiscard]] std::int32_t lowest() const;

  Settings chosen_settings_;  // of the sample that was last begun
  std::uint8_t internal_whole_ = 0;
  std::uint8_t external1_whole_ = 0;
  std::uint8_t wide_ = 0;
  std::uint8_t external1_part_ = 0;
  std::uint8_t faults_ = 0;
  std::uint8_t external2_whole_ = 0;
  std::uint8_t external2_part_ = 0;
  std::uint8_t internal_part_ = 0;
  std::array<std::uint8_t, 2> buffer_{};
};

}  // namespace mps2
