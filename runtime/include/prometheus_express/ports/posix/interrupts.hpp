// SIGINT and SIGTERM as something that poll(2) can wait for, so that none is lost between a look and the
// sleep.
//
//   posix::Interrupts interrupts;
//   while (!interrupts.raised()) { server.poll(clock.now(), Duration::seconds(1), interrupts.descriptor()); }
#pragma once

#include <csignal>

#include "prometheus_express/ports/posix/descriptor.hpp"

namespace prometheus_express::posix {

/// While it lives, both signals are taken note of instead of ending the process. One at a time.
class Interrupts {
 public:
  /// Without descriptors to be had, `descriptor` is -1; `raised` works all the same, a sleep is then merely
  /// not cut short by a signal that arrives just before it.
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  /// True from the first signal on.
  [[nodiscard]] bool raised() const;

  /// Readable from the first signal on.
  [[nodiscard]] int descriptor() const { return read_end_.number(); }

 private:
  Descriptor read_end_;
  Descriptor write_end_;
  struct sigaction former_interrupt_ = {};
  struct sigaction former_terminate_ = {};
};

}  // namespace prometheus_express::posix
