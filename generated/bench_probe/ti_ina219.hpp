// ti/ina219: Current, voltage and power monitor. Generated from its description; do not edit.
#ifndef PROMETHEUS_EXPRESS_DEVICES_TI_INA219_TEXT_9CDBFBAC
#define PROMETHEUS_EXPRESS_DEVICES_TI_INA219_TEXT_9CDBFBAC

#include <prometheus_express/metrics/decimal.hpp>
#include <prometheus_express/sensors/channel.hpp>
#include <prometheus_express/sensors/driver.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace prometheus_express::devices::inline text_9cdbfbac {

namespace px = prometheus_express;

class TiIna219 final : public px::sensors::Driver {
 public:
  struct Settings {
    /// The shunt, in ohms, 1e-05 to 2000.
    px::Decimal<5> shunt_ohms = px::Decimal<5>::scaled(10000);
    /// Smallest step of the current, in amperes, 1e-07 to 2.
    px::Decimal<9> current_lsb_amperes = px::Decimal<9>::scaled(100000);
  };

  /// May be changed at any time; it holds from the next sample on.
  Settings settings;

  constexpr TiIna219() : Driver(0) {}
  constexpr explicit TiIna219(const Settings& chosen) : Driver(0), settings(chosen) {}

  /// The channels by number, as in published().
  static constexpr std::array<px::sensors::Channel, 4> channels{ {
      {"shunt_voltage_volts", "", ""},
      {"bus_voltage_volts", "", ""},
      {"current_amperes", "", ""},
      {"power_watts", "", ""},
  } };

  /// Sets a setting by its name; false where there is none, or the value does not fit it.
  [[nodiscard]] static bool set(Settings& settings, std::string_view name, std::string_view value);

  /// What the part said, and what follows from it.
  struct Readings {
    /// shunt_voltage, in volts; -0.32 to 0.32; in steps of 1e-05.
    template <class Real>
    [[nodiscard]] Real shunt_voltage() const;

    /// bus_voltage, in volts; 0 to 32; in steps of 0.004.
    template <class Real>
    [[nodiscard]] Real bus_voltage() const;

    /// current, in amperes.
    template <class Real>
    [[nodiscard]] Real current() const;

    /// power, in watts.
    template <class Real>
    [[nodiscard]] Real power() const;

    /// Of a channel, by its number.
    template <class Real>
    [[nodiscard]] Real value(std::uint8_t channel) const;

    // As the description calls it.
    template <class Real>
    [[nodiscard]] std::int64_t steps_per_code() const;
    template <class Real>
    [[nodiscard]] std::int32_t calibration_code() const;
    template <class Real>
    [[nodiscard]] bool calibrated() const;

    Settings settings;  // of the sample that was last begun
    std::int16_t shunt_code_ = 0;
    std::uint16_t bus_code_ = 0;
    std::uint16_t power_code_ = 0;
    std::int16_t current_code_ = 0;
    std::uint8_t overflow_ = 0;
  };

  /// Of each channel what it was when that was last published.
  [[nodiscard]] const Readings& readings() const { return readings_; }

 private:
  void run() override;

  Readings readings_;
  std::array<std::uint8_t, 3> buffer_{};
};

// What is instantiated in the driver's source.
extern template float TiIna219::Readings::shunt_voltage<float>() const;
extern template double TiIna219::Readings::shunt_voltage<double>() const;
extern template float TiIna219::Readings::bus_voltage<float>() const;
extern template double TiIna219::Readings::bus_voltage<double>() const;
extern template float TiIna219::Readings::current<float>() const;
extern template double TiIna219::Readings::current<double>() const;
extern template float TiIna219::Readings::power<float>() const;
extern template double TiIna219::Readings::power<double>() const;
extern template float TiIna219::Readings::value<float>(std::uint8_t channel) const;
extern template double TiIna219::Readings::value<double>(std::uint8_t channel) const;

}  // namespace prometheus_express::devices::inline text_9cdbfbac

#endif  // PROMETHEUS_EXPRESS_DEVICES_TI_INA219_TEXT_9CDBFBAC
