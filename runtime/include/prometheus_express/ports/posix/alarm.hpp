// Something that one thread tells others once, also while they wait with poll(2).
#pragma once

#include <atomic>

#include "prometheus_express/ports/posix/descriptor.hpp"

namespace prometheus_express::posix {

class Alarm {
 public:
  /// Without descriptors to be had, `descriptor` is -1, and who waits has to look at `raised` now and then.
  Alarm();

  /// From now on it is raised, and its descriptor readable.
  void raise();

  [[nodiscard]] bool raised() const { return raised_; }
  [[nodiscard]] int descriptor() const { return read_end_.number(); }

 private:
  std::atomic<bool> raised_ = false;
  Descriptor read_end_;
  Descriptor write_end_;
};

}  // namespace prometheus_express::posix
