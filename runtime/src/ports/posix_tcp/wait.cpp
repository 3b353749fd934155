#include "prometheus_express/ports/posix_tcp/wait.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <limits>

#include "prometheus_express/ports/posix_tcp/connections.hpp"

namespace prometheus_express::posix {
namespace {

void nap(Duration span) {
  const timespec time = {.tv_sec = span.milliseconds / 1000,
                         .tv_nsec = (span.milliseconds % 1000) * 1'000'000L};
  (void)::nanosleep(&time, nullptr);
}

}  // namespace

int PollTable::poll(Duration longest) {
  const auto timeout =
      static_cast<int>(std::min<std::uint32_t>(longest.milliseconds, std::numeric_limits<int>::max()));
  return ::poll(entries_.data(), end_, timeout);
}

bool wait(Half& half, Half* other, Duration longest, int wake) {
  Duration pause = half.prepare(longest);
  if (other != nullptr) {
    pause = other->prepare(pause);
  }
  PollTable table;
  table.watch(wake, POLLIN);
  half.watch(table);
  if (other != nullptr) {
    other->watch(table);
  }
  if (table.poll(pause) >= 0) {
    const bool woken = table.next() != 0;
    half.saw(table);
    if (other != nullptr) {
      other->saw(table);
    }
    return woken;
  }
  // poll(2) fails for lack of memory or when more is watched than the process may open: every call is tried then, at a
  // bounded pace.
  if (errno != EINTR) {
    nap(Connections::retry_after);
    half.assume_ready();
    if (other != nullptr) {
      other->assume_ready();
    }
  }
  return false;
}

}  // namespace prometheus_express::posix
