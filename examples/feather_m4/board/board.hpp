// Adafruit's Feather M4 Express with an Ethernet FeatherWing: what is on the boards, and where. Source: their pinouts; the wing
// connects nothing of its W5500 but SPI and the chip select.
#pragma once

#include <cstdint>
#include <prometheus_express/base/clock.hpp>
#include <prometheus_express/internet/ipv4.hpp>

#include "clocks.hpp"
#include "pin.hpp"
#include "sercom_i2c.hpp"
#include "sercom_spi.hpp"
#include "timer.hpp"
#include "watchdog.hpp"

namespace board {

/// Of the SPI to the W5500: 12 MHz over the two boards' headers. 24 MHz is the next that the SERCOM can.
inline constexpr std::uint32_t spi_frequency = 12'000'000;

inline constexpr Pin led{Pin::Group::a, 23};

inline constexpr Watchdog watchdog;
inline constinit Timer timer;

/// The header's SDA and SCL: SERCOM2, pads 0 and 1.
inline constinit SercomI2c i2c{0x41012000,
                               clocks::sercom2,
                               clocks::Channel::sercom2,
                               Pin{Pin::Group::a, 12},
                               Pin{Pin::Group::a, 13},
                               Pin::Function::c,
                               400'000,
                               timer};

/// The header's SPI: SERCOM1, with MOSI on pad 3 and SCK on pad 1 (DOPO 2), MISO on pad 2; the wing's chip select is D10.
inline constinit SercomSpi spi{
    0x40003400, clocks::sercom1, clocks::Channel::sercom1, {.output = 2, .input = 2}, Pin{Pin::Group::a, 20}};

/// Everything above, from reset on.
void start();

/// At most so long.
void sleep(prometheus_express::Duration longest);

/// Made of the chip's serial number (section 9.6 of its data sheet), so that boards of one network have different ones.
[[nodiscard]] prometheus_express::internet::Mac mac();

}  // namespace board
