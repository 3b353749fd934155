// An I2C adapter of Linux, /dev/i2c-N, as a bus for sensors. It may be forbidden, absent or pulled out: transfers fail then, and
// go on once it is there.
//
//   linux_i2c::Adapter i2c("/dev/i2c-1");
//   weather_station::Sensors sensors{i2c};
//   …after each poll:
//   if (const char* news = i2c.news()) { std::fprintf(stderr, "%s\n", news); }
//
// `begin` makes one I2C_RDWR and waits for it: 23 ms for 255 bytes at 100 kHz, and for a part that holds the clock as long as the
// adapter's driver lets it. That is the adapter's timeout, a second by default, which is set to `timeout` whenever the adapter is
// opened (I2C_TIMEOUT: it then holds for all programs and kernel drivers that use the adapter). A poll of one sensor makes
// one transfer at most. The wire's speed is the adapter's, from its device tree or its driver's module: a program cannot set it, so
// `frequency` of the schema does not reach it.
//
// How the errors of Documentation/i2c/fault-codes.rst and of the drivers come out, and as which `reason` in the health metrics:
//   ENXIO, EREMOTEIO                     nack: the part does not acknowledge    `nack`, or `timeout` of a part that stays busy
//   EBUSY                                stuck: a line is held low              `bus`
//   ENODEV, ESHUTDOWN, EPIPE, ENOENT,
//   EBADF, ENOTTY                        failed: the adapter has gone           `bus`
//   EIO, ETIMEDOUT, EAGAIN, EPROTO and
//   all others                           failed; gone after four in a row       `bus`
// An adapter that has gone, or could not be opened, is opened again after 250 ms, then with pauses up to 4 s.
#pragma once

#include <bitset>
#include <cstdint>
#include <prometheus_express/ports/linux_i2c/linux_i2c_linked.hpp>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/linux_device/node.hpp"

namespace prometheus_express::linux_i2c {

class Adapter final : public bus::I2c {
 public:
  /// A part that holds the clock for longer is one that hangs; the Si7021 measures for 23 ms with the clock held.
  static constexpr Duration usual_timeout{100};

  /// `path` is opened at the first transfer or by `open`. `timeout` is rounded up to 10 ms; zero leaves the adapter's own.
  explicit Adapter(std::string_view path, Duration timeout = usual_timeout)
      : node_(path), timeout_(timeout) {}

  /// Opens the adapter, for a program that wants to know at its start; there is no need to. True when it can do transfers.
  bool open();

  /// Returns ok, nack, failed or stuck, never pending. A part that a driver of the kernel has (I2C_SLAVE says EBUSY) is left
  /// alone: failed. At most 8192 bytes each way, as i2c-dev has it.
  [[nodiscard]] bus::Outcome begin(const bus::Target& target, std::span<const std::uint8_t> out,
                                   std::span<std::uint8_t> in) override;

  // Held lines are freed by the adapter's driver, where it can, before it says EBUSY: i2c-dev has no call for that, and `recover` does
  // nothing.

  /// See linux_device::Node.
  [[nodiscard]] const char* error() const { return node_.error(); }
  [[nodiscard]] const char* news() { return node_.news(); }

 private:
  [[nodiscard]] bool has_no_driver(std::uint8_t address);
  bus::Outcome fail(const char* call, int error);

  linux_device::Node node_;
  Duration timeout_;
  std::bitset<128> ours_;  // addresses that no driver of the kernel had when they were used first
};

}  // namespace prometheus_express::linux_i2c
