// The system calls of the port under test, counted, and made to fail on demand. The linker puts these in the
// place of the C library's (--wrap); outside a `Watch`, and on threads that have none, they pass everything on, so that a
// test's own sockets are left alone.
//
//   Watch watch;                                             // counts, and time stands still but for sleeps
//   watch.fail({.from = 7, .times = 1, .error = ECONNRESET});
//   round();
//   EXPECT_EQ(watch.count(Call::recv), 1);
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace system_calls {

enum class Call {
  socket,
  setsockopt,
  bind,
  listen,
  getsockname,
  accept4,
  recv,
  send,
  shutdown,
  close,
  poll,
  nanosleep,
  pipe,
  fcntl,
  sigaction,
  connect,
  getsockopt,
  getpeername,
};
inline constexpr std::size_t calls = 18;

const char* name(Call call);

/// The errors that the manual page of a call names (Linux man-pages 6.03; for those of the network that
/// accept passes on, accept(2), "Error handling"), without EFAULT, which is a wrong pointer of the caller's.
const std::vector<int>& errors(Call call);

struct Fault {
  int from = 0;   // number of the first call that fails, counted over all calls from 1
  int times = 0;  // how many calls of the same kind fail
  int error = 0;
};

/// While one lives, calls are counted, time passes in poll and nanosleep only, and faults happen.
class Watch {
 public:
  Watch();
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  void fail(Fault fault);
  /// Every call of a kind fails, until the next `fail`.
  void fail_all(Call call, int error);
  /// Every recv or send moves at most that many bytes.
  void limit_transfers(std::size_t bytes);

  [[nodiscard]] int count(Call call) const;
  [[nodiscard]] const std::vector<Call>& trace() const;
  void forget_counts();
};

/// The next connect(2) of this thread is that of a socket of the test's, bound already, which takes the other one's place.
void connect_from(int socket);

/// Within its scope the test itself calls the system.
class Aside {
 public:
  Aside();
  ~Aside();
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

 private:
  bool former_;
};

/// Open descriptors of this process.
int open_descriptors();

/// Sockets and pipes of this process that a child would inherit.
int inherited_sockets();

}  // namespace system_calls
