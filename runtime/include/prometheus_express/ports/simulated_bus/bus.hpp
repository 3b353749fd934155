// A bus of simulated parts, which fails when it is told to.
//
//   simulated::I2c bus;
//   bus.attach(0x76, *part);
//   bus.inject(simulated::Fault::bit_error, 2);     // the next two reads have a wrong bit
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <span>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/simulated_bus/part.hpp"

namespace prometheus_express::simulated {

enum class Fault : std::uint8_t {
  none,
  nack,       // nobody acknowledges
  bit_error,  // one bit of what is read is wrong
  stretch,    // a part holds the clock for too long: the transfer fails
  hang,       // the transfer never ends
  stuck,      // a line is held until the bus is recovered
};

/// What I2C and SPI have in common: the parts by address or chip select, and the faults to come.
class Wire {
 public:
  void attach(std::uint8_t number, Part& part) { parts_[number] = &part; }
  void detach(std::uint8_t number) { parts_.erase(number); }

  /// Lets the next transfers fail. A line that is stuck stays so until the bus is recovered `transfers` times.
  void inject(Fault fault, unsigned transfers = 1);
  /// The same for one part only.
  void inject(std::uint8_t number, Fault fault, unsigned transfers = 1);

  /// Transfers that end only when they are asked about for the `polls`th time.
  void set_delay(unsigned polls) { delay_ = polls; }

  [[nodiscard]] unsigned recoveries() const { return recoveries_; }
  [[nodiscard]] unsigned transfers() const { return transfers_; }

 protected:
  struct Pending {
    Fault fault = Fault::none;
    unsigned left = 0;
  };

  [[nodiscard]] Part* part(std::uint8_t number) const;
  bus::Outcome begin_transfer(std::uint8_t number, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in, bool spi);
  bus::Outcome poll_transfer();
  void cancel_transfer() { waiting_ = 0; }
  bool recover_lines();

 private:
  Fault next_fault(std::uint8_t number);
  static Fault take(Pending& pending);
  bus::Outcome move(std::uint8_t number, std::span<const std::uint8_t> out, std::span<std::uint8_t> in,
                    bool spi);

  std::map<std::uint8_t, Part*> parts_;
  std::map<std::uint8_t, Pending> faults_;
  Pending fault_;
  std::minstd_rand random_{1};
  bus::Outcome outcome_ = bus::Outcome::ok;
  unsigned delay_ = 0;
  unsigned waiting_ = 0;  // polls until the transfer ends; for ever where it hangs
  unsigned recoveries_ = 0;
  unsigned transfers_ = 0;
};

class I2c final : public bus::I2c, public Wire {
 public:
  bus::Outcome begin(const bus::Target& target, std::span<const std::uint8_t> out,
                     std::span<std::uint8_t> in) override {
    return begin_transfer(target.number, out, in, false);
  }
  bus::Outcome(poll)() override { return poll_transfer(); }
  void cancel() override { cancel_transfer(); }
  bool recover() override { return recover_lines(); }
};

class Spi final : public bus::Spi, public Wire {
 public:
  bus::Outcome begin(const bus::Target& target, std::span<const std::uint8_t> out,
                     std::span<std::uint8_t> in) override {
    return begin_transfer(target.number, out, in, true);
  }
  bus::Outcome(poll)() override { return poll_transfer(); }
  void cancel() override { cancel_transfer(); }
  bool recover() override { return recover_lines(); }
};

}  // namespace prometheus_express::simulated
