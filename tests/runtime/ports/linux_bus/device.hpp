// The two kinds of simulated device files.
#pragma once

#include <linux/i2c.h>

#include <cerrno>
#include <cstdint>
#include <map>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <set>
#include <span>
#include <vector>

namespace simulated_kernel {

/// The calls that the ports make.
enum class Call { open, funcs, timeout, slave, rdwr, rd_mode, rd_max_speed, wr_mode, message, other, close };
inline constexpr int calls = 11;

const char* name(Call call);
/// The call that an ioctl(2) is, by its number.
Call call_of(unsigned long request);

/// The errors that documentation names for a call: open(2) of man-pages 6.03 for a device, i2c-dev.c and spidev.c, and for transfers
/// Documentation/i2c/fault-codes.rst with what drivers of adapters return beside (EREMOTEIO, EPIPE, EINTR).
const std::vector<int>& errors(Call call);

class Device {
 public:
  virtual ~Device() = default;
  /// Zero or more, or a negative error.
  virtual int ioctl(unsigned long request, void* argument) = 0;
  /// What calls on its open files return once it was pulled out.
  [[nodiscard]] virtual int error_of_absence() const = 0;
};

class I2cAdapter final : public Device {
 public:
  prometheus_express::simulated::I2c bus;
  unsigned long functions = I2C_FUNC_I2C | I2C_FUNC_NOSTART | I2C_FUNC_SMBUS_EMUL;
  int nack_error = ENXIO;           // some drivers: EREMOTEIO
  std::size_t longest = 8192;       // of a message (struct i2c_adapter_quirks)
  std::set<std::uint16_t> drivers;  // addresses that a driver of the kernel has
  unsigned long timeout = 100;      // in units of 10 ms
  int absence = ENODEV;             // what its driver says once it is pulled out

  int ioctl(unsigned long request, void* argument) override;
  [[nodiscard]] int error_of_absence() const override { return absence; }

 private:
  int transfer(void* argument);
  int move(std::span<const i2c_msg> messages, std::vector<std::vector<std::uint8_t>>& bytes);
};

struct Window {
  std::uint8_t mode = 0;
  std::uint32_t frequency = 0;
  std::uint8_t bits = 0;
  std::vector<std::uint8_t> out;
};

class SpiDevice final : public Device {
 public:
  prometheus_express::simulated::Part* part = nullptr;
  std::uint8_t mode = 0;
  std::uint8_t possible_modes = 0xFF;  // flags that the controller can set
  std::uint32_t max_frequency = 500'000;
  std::uint32_t min_frequency = 0;
  std::size_t bufsiz = 4096;
  std::vector<Window> windows;

  int ioctl(unsigned long request, void* argument) override;
  [[nodiscard]] int error_of_absence() const override { return ESHUTDOWN; }

 private:
  int message(void* argument, std::size_t count);
};

}  // namespace simulated_kernel
