// What stands behind /dev/i2c-N and /dev/spidevB.C in tests: files that answer open(2), ioctl(2) and close(2) as i2c-dev and
// spidev do (drivers/i2c/i2c-dev.c and drivers/spi/spidev.c of Linux 6.1), with simulated parts on their wires.
// interposed.cpp puts it in the place of the C library's calls.
//
//   Kernel kernel;                                             // one at a time
//   I2cAdapter& adapter = kernel.add_i2c("/dev/i2c-1");
//   adapter.bus.attach(0x76, *part);
//   kernel.fail({.call = Call::rdwr, .error = ETIMEDOUT, .times = 2});
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "device.hpp"

namespace simulated_kernel {

struct Fault {
  int from =
      0;  // number of the first call that fails, counted over all calls from 1; 0: the next of its kind
  int times = 0;  // how many calls of that kind fail; -1: for ever
  int error = 0;
  Call call = Call::open;  // where `from` is 0
};

class Kernel {
 public:
  Kernel();
  ~Kernel();
  Kernel(const Kernel&) = delete;
  Kernel& operator=(const Kernel&) = delete;

  /// The one that lives; null where there is none.
  static Kernel* current();

  /// Plugs a device in. Files that were opened on one of the same path before stay dead.
  I2cAdapter& add_i2c(const std::string& path);
  SpiDevice& add_spi(const std::string& path);
  /// Pulls it out.
  void remove(const std::string& path);
  /// Lets open(2) of a path fail, whether or not it is there; 0: no longer.
  void forbid(const std::string& path, int error) { forbidden_[path] = error; }

  void fail(Fault fault) {
    fault_ = fault;
    failed_ = 0;
  }
  [[nodiscard]] const std::vector<Call>& trace() const { return trace_; }
  [[nodiscard]] int count(Call call) const;
  void forget_trace() { trace_.clear(); }
  /// Called before each call that is answered here.
  void watch(std::function<void()> watcher) { watcher_ = std::move(watcher); }
  [[nodiscard]] std::size_t open_files() const { return files_.size(); }

  /// Time passes: the clock of the process is ahead by so much.
  void pass(std::uint32_t milliseconds) { ahead_ += milliseconds; }
  [[nodiscard]] std::uint64_t ahead() const { return ahead_; }

  /// The calls. A negative result is an error's number.
  [[nodiscard]] bool knows(const char* path) const;
  [[nodiscard]] bool knows(int file) const { return files_.contains(file); }
  int open(const char* path, int flags);
  int ioctl(int file, unsigned long request, void* argument);
  int close(int file);

 private:
  [[nodiscard]] int fault(Call call);

  std::map<std::string, std::shared_ptr<Device>> devices_;
  std::map<std::string, int> forbidden_;
  std::map<int, std::shared_ptr<Device>> files_;
  std::vector<Call> trace_;
  std::function<void()> watcher_;
  Fault fault_;
  int failed_ = 0;
  std::uint64_t ahead_ = 0;
};

}  // namespace simulated_kernel
