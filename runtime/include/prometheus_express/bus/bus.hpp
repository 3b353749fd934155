// A bus as sensors use it: transfers that are begun and asked about, so that nobody waits for a slow wire. A
// port implements I2c or Spi; one that has nothing better blocks in `begin` and returns how it ended.
//
//   Outcome outcome = bus.begin({0x76}, std::span(&id_register, 1), std::span(&id, 1));
//   while (outcome == Outcome::pending) { …; outcome = bus.poll(); }
#pragma once

#include <cstdint>
#include <span>

namespace prometheus_express::bus {

enum class Outcome : std::uint8_t {
  ok,
  pending,  // under way: ask `poll`
  nack,     // the part did not acknowledge its address, or a byte
  failed,   // lost arbitration, a clock held too long, an adapter's error: another try may succeed
  stuck,    // a line is held low, so nothing can be sent: see `recover`
};

/// The part that a transfer is for.
struct Target {
  std::uint8_t number = 0;      // I2C: the 7-bit address. SPI: the number of the chip select
  std::uint8_t mode = 0;        // SPI: clock polarity and phase, 0 to 3
  std::uint32_t frequency = 0;  // SPI: the fastest clock that the part stands, in hertz
};

class Bus {
 public:
  /// Begins a transfer; both spans stay valid until it has ended. One transfer at a time.
  ///
  /// I2C: writes `out`, then reads `in` after a repeated start; either may be empty, and a write without a
  /// read ends with a stop. SPI: in one chip-select window clocks out `out`, then zeros, while `in` is filled
  /// from the first byte on; the window is as long as the longer of the two. They may be the same memory.
  [[nodiscard]] virtual Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                                      std::span<std::uint8_t> in) = 0;

  /// How the transfer that is under way fares.
  [[nodiscard]] virtual Outcome(poll)() { return Outcome::ok; }

  /// Gives up the transfer that is under way.
  virtual void cancel() {}

  /// Frees lines that a part holds, where the bus can: on I2C by up to nine clocks and a stop
  /// (UM10204, 3.1.16). True when the lines are free now.
  [[nodiscard]] virtual bool recover() { return false; }

 protected:
  ~Bus() = default;
};

class I2c : public Bus {
 protected:
  ~I2c() = default;
};

class Spi : public Bus {
 protected:
  ~Spi() = default;
};

}  // namespace prometheus_express::bus
