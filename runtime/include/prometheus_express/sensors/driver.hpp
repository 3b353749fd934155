// What all generated drivers have in common: a part's program, which says what it wants from the bus or the
// clock and is told how that went. It calls neither itself, so nothing here waits.
//
//   driver.begin(true);
//   while (driver.want() != Driver::Want::nothing) { …transfer or wait, as it wants… }
//   if (driver.published() & 1U) { …its first channel has a new value… }
#pragma once

#include <cstdint>
#include <span>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/sensors/failure.hpp"

namespace prometheus_express::sensors {

class Driver {
 public:
  enum class Want : std::uint8_t { nothing, step, transfer, wait };

  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  /// Begins a sample. `from_power_up`: the part is started, identified and prepared first.
  void begin(bool from_power_up);

  /// What is to be done next; the sample has ended when it is nothing.
  [[nodiscard]] Want want() const { return want_; }

  /// For Want::transfer: what to write and read.
  [[nodiscard]] std::span<const std::uint8_t> out() const { return {bytes_, out_}; }
  [[nodiscard]] std::span<std::uint8_t> in() const { return {bytes_, in_}; }
  /// How the transfer ended; any outcome but pending.
  void transferred(bus::Outcome outcome);

  /// For Want::wait: at least so many microseconds.
  [[nodiscard]] std::uint32_t microseconds() const { return microseconds_; }
  void waited();

  /// The channels that have a new value, by number; valid until the next sample begins.
  [[nodiscard]] std::uint32_t published() const { return published_; }
  /// The first thing that went wrong, also where some channels have a value.
  [[nodiscard]] Failure failure() const { return failure_; }

 protected:
  constexpr explicit Driver(std::uint8_t measure) : measure_(measure) {}
  ~Driver() = default;

  /// Does the steps from `position` on, until one of the functions below says what is wanted.
  virtual void run() = 0;

  /// Whether a sample begins here; so once for each.
  [[nodiscard]] bool begins();
  [[nodiscard]] std::uint8_t position() const { return position_; }
  void transfer(std::uint8_t* bytes, std::uint8_t out, std::uint8_t in, std::uint8_t next);
  /// As `transfer`; a part that does not acknowledge is asked again every `microseconds` until the tries are
  /// used up.
  void transfer_when_ready(std::uint8_t* bytes, std::uint8_t out, std::uint8_t in, std::uint8_t next,
                           std::uint32_t microseconds);
  void wait(std::uint32_t microseconds, std::uint8_t next);
  void go(std::uint8_t next) { position_ = next; }
  /// The tries that are left after the first, and the position where each begins.
  void set_tries(std::uint8_t tries, std::uint8_t position) {
    tries_ = tries;
    position_ = position;
  }
  void set_repeats(std::uint8_t repeats) { repeats_ = repeats; }
  /// Uses up one repetition; false when none is left.
  [[nodiscard]] bool repeat_again();
  /// Where to go on after a failure: behind the part of the program that it spoils.
  void set_rescue(std::uint8_t position) { rescue_ = position; }
  static constexpr std::uint8_t no_rescue = 0xFF;
  void fail(Failure failure);
  /// Notes a failure that does not end anything.
  void note(Failure failure);
  void publish(std::uint8_t channel) { published_ |= std::uint32_t{1} << channel; }
  void finish() { want_ = Want::nothing; }

 private:
  void proceed();

  std::uint8_t* bytes_ = nullptr;
  std::uint32_t microseconds_ = 0;
  std::uint32_t published_ = 0;
  Want want_ = Want::nothing;
  Failure failure_ = Failure::none;
  std::uint8_t measure_;
  std::uint8_t position_ = 0;
  std::uint8_t next_ = 0;
  std::uint8_t rescue_ = no_rescue;
  std::uint8_t tries_ = 0;
  std::uint8_t repeats_ = 0;
  std::uint8_t out_ = 0;
  std::uint8_t in_ = 0;
  bool patient_ = false;
  bool begins_ = false;
};

}  // namespace prometheus_express::sensors
