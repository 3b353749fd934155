// One poll(2) for all that a thread waits for: the server's half of the transport, the client's, or both.
#pragma once

#include <poll.h>

#include <array>
#include <cstddef>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>

#include "prometheus_express/base/clock.hpp"

namespace prometheus_express::posix {

/// What is watched during one wait: written in some order before it, and read in the same order behind it.
class PollTable {
 public:
  /// Room for both halves with all the connections that they can have.
  static constexpr std::size_t size = 1024;

  /// Watches one more descriptor; nothing happens at a negative one.
  void watch(int descriptor, short events) {
    entries_[end_++] = {.fd = descriptor, .events = events, .revents = 0};
  }

  /// What poll(2) saw of the next one.
  [[nodiscard]] short next() { return entries_[read_++].revents; }

  /// As poll(2), for all of them.
  int(poll)(Duration longest);

 private:
  std::array<pollfd, size> entries_;  // those behind end_ hold nothing
  nfds_t end_ = 0;
  std::size_t read_ = 0;
};

/// Who takes part in a wait.
class Half {
 public:
  /// Does what is due, and says how long there is nothing to do: `longest` at most.
  [[nodiscard]] virtual Duration prepare(Duration longest) = 0;

  /// Enters up to `PollTable::size / 2 - 1` descriptors.
  virtual void watch(PollTable& table) = 0;

  /// Hears what poll(2) saw of them.
  virtual void saw(PollTable& table) = 0;

  /// Hears that poll(2) failed, so that trying is the only way to know.
  virtual void assume_ready() = 0;

 protected:
  ~Half() = default;
};

/// Sleeps until there is something to do, `longest` has passed, a signal was handled, or `wake` is readable. True when `wake`
/// is. `other` may be null.
bool wait(Half& half, Half* other, Duration longest, int wake);

}  // namespace prometheus_express::posix
