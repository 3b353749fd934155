// WIZnet's W5500-EVB-Pico: what is on the board, and where. Source: its schematic, version 1.1; sensors are on the pins that the
// Raspberry Pi Pico's pinout calls by the names of their buses.
#pragma once

#include <cstdint>
#include <prometheus_express/base/clock.hpp>
#include <prometheus_express/ports/w5500/pins.hpp>

#include "clocks.hpp"
#include "dw_apb_i2c.hpp"
#include "pins.hpp"
#include "pl011.hpp"
#include "pl022.hpp"
#include "resets.hpp"
#include "timer.hpp"
#include "watchdog.hpp"

namespace board {

/// Of the SPI to the W5500, which takes 33.3 MHz.
inline constexpr std::uint32_t spi_frequency = 33'300'000;

inline constexpr Pin led{25};

inline constexpr Watchdog watchdog;
inline constinit Timer timer;
inline constexpr Pl011 uart{0x40034000};  // sends on GP0
inline constinit DwApbI2c i2c0{0x40044000, resets::i2c0, Pin{4}, Pin{5}, clocks::system, 400'000, timer};
inline constinit DwApbI2c i2c1{0x40048000, resets::i2c1, Pin{6}, Pin{7}, clocks::system, 400'000, timer};
inline constinit Pl022 spi{0x4003C000, clocks::peripherals, Pin{17}, timer};

/// RSTn and INTn of the W5500.
class W5500Pins final : public prometheus_express::w5500::Pins {
 public:
  bool drive_reset(bool low) override;
  [[nodiscard]] bool is_interrupted() override;
};
inline constinit W5500Pins w5500_pins;

/// Everything above, from reset on.
void start();

/// Another number at each start.
[[nodiscard]] std::uint32_t random();

/// At most so long; less when the W5500 has news.
void sleep(prometheus_express::Duration longest);

}  // namespace board
