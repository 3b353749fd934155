#include "system_calls.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <utility>

namespace system_calls {
namespace {

thread_local bool watching = false;
Fault fault;
int failed = 0;
bool fails_always = false;
Call failing = Call::socket;
std::size_t transfer_limit = 0;
std::vector<Call> recorded;
long long milliseconds = 0;  // of the clock that tests see
int idle_polls = 0;
int connecting_from = -1;

// Notes the call; true when it is to fail, with errno set.
bool fails(Call call) {
  if (!watching) {
    return false;
  }
  recorded.push_back(call);
  const int number = static_cast<int>(recorded.size());
  if (fails_always && call == failing) {
    errno = fault.error;
    return true;
  }
  if (fault.from == 0 || number < fault.from || failed == fault.times) {
    return false;
  }
  if (number == fault.from) {
    failing = call;
  }
  if (call != failing) {
    return false;
  }
  ++failed;
  errno = fault.error;
  return true;
}

std::size_t limited(std::size_t size) {
  return watching && transfer_limit != 0 ? std::min(size, transfer_limit) : size;
}

}  // namespace

const char* name(Call call) {
  static constexpr const char* names[calls] = {
      "socket", "setsockopt", "bind",      "listen",  "getsockname", "accept4",
      "recv",   "send",       "shutdown",  "close",   "poll",        "nanosleep",
      "pipe",   "fcntl",      "sigaction", "connect", "getsockopt",  "getpeername"};
  return names[static_cast<std::size_t>(call)];
}

const std::vector<int>& errors(Call call) {
  static const std::vector<int> table[calls] = {
      /* socket */ {EACCES, EAFNOSUPPORT, EINVAL, EMFILE, ENFILE, ENOBUFS, ENOMEM, EPROTONOSUPPORT},
      /* setsockopt */ {EBADF, EINVAL, ENOPROTOOPT, ENOTSOCK},
      /* bind */ {EACCES, EADDRINUSE, EBADF, EINVAL, ENOTSOCK, EADDRNOTAVAIL, ENOMEM},
      /* listen */ {EADDRINUSE, EBADF, ENOTSOCK, EOPNOTSUPP},
      /* getsockname */ {EBADF, EINVAL, ENOBUFS, ENOTSOCK},
      /* accept4 */ {EAGAIN,      EBADF,    ECONNABORTED,    EINTR,           EINVAL,     EMFILE,
                     ENFILE,      ENOBUFS,  ENOMEM,          ENOTSOCK,        EOPNOTSUPP, EPERM,
                     EPROTO,      ENETDOWN, ENOPROTOOPT,     EHOSTDOWN,       ENONET,     EHOSTUNREACH,
                     ENETUNREACH, ENOSR,    ESOCKTNOSUPPORT, EPROTONOSUPPORT, ETIMEDOUT},
      /* recv */
      {EAGAIN, EBADF, ECONNREFUSED, EINTR, EINVAL, ENOMEM, ENOTCONN, ENOTSOCK, ECONNRESET, ETIMEDOUT},
      /* send */
      {EACCES, EAGAIN, EALREADY, EBADF, ECONNRESET, EDESTADDRREQ, EINTR, EINVAL, EISCONN, EMSGSIZE, ENOBUFS,
       ENOMEM, ENOTCONN, ENOTSOCK, EOPNOTSUPP, EPIPE, ETIMEDOUT, EHOSTUNREACH, ENETDOWN},
      /* shutdown */ {EBADF, EINVAL, ENOTCONN, ENOTSOCK},
      /* close */ {EBADF, EINTR, EIO, ENOSPC, EDQUOT},
      /* poll */ {EINTR, EINVAL, ENOMEM},
      /* nanosleep */ {EINTR, EINVAL},
      /* pipe */ {EMFILE, ENFILE},
      /* fcntl */ {EBADF, EINVAL},
      /* sigaction */ {EINVAL},
      /* connect */
      {EACCES, EPERM, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EAGAIN, EALREADY, EBADF, ECONNREFUSED,
       EINPROGRESS, EINTR, EISCONN, ENETUNREACH, ENOTSOCK, EPROTOTYPE, ETIMEDOUT},
      /* getsockopt */ {EBADF, EINVAL, ENOPROTOOPT, ENOTSOCK},
      /* getpeername */ {EBADF, EINVAL, ENOBUFS, ENOTCONN, ENOTSOCK},
  };
  return table[static_cast<std::size_t>(call)];
}

Watch::Watch() {
  fault = {};
  failed = 0;
  fails_always = false;
  transfer_limit = 0;
  recorded.clear();
  watching = true;
}

Watch::~Watch() { watching = false; }

void Watch::fail(Fault wanted) {
  fault = wanted;
  failed = 0;
  fails_always = false;
}

void Watch::fail_all(Call call, int error) {
  fault = {.error = error};
  failing = call;
  fails_always = true;
}

void Watch::limit_transfers(std::size_t bytes) { transfer_limit = bytes; }

int Watch::count(Call call) const { return static_cast<int>(std::ranges::count(recorded, call)); }

const std::vector<Call>& Watch::trace() const { return recorded; }

void Watch::forget_counts() { recorded.clear(); }

void connect_from(int socket) { connecting_from = socket; }

Aside::Aside() : former_(watching) { watching = false; }

Aside::~Aside() { watching = former_; }

extern "C" {

int __real_socket(int, int, int);
int __real_setsockopt(int, int, int, const void*, socklen_t);
int __real_bind(int, const sockaddr*, socklen_t);
int __real_listen(int, int);
int __real_getsockname(int, sockaddr*, socklen_t*);
int __real_accept4(int, sockaddr*, socklen_t*, int);
ssize_t __real_recv(int, void*, size_t, int);
ssize_t __real_send(int, const void*, size_t, int);
int __real_shutdown(int, int);
int __real_close(int);
int __real_poll(pollfd*, nfds_t, int);
int __real_nanosleep(const timespec*, timespec*);
int __real_clock_gettime(clockid_t, timespec*);
int __real_pipe(int*);
int __real_fcntl(int, int, ...);
int __real_sigaction(int, const struct sigaction*, struct sigaction*);
int __real_connect(int, const sockaddr*, socklen_t);
int __real_getsockopt(int, int, int, void*, socklen_t*);
int __real_getpeername(int, sockaddr*, socklen_t*);

int __wrap_socket(int family, int type, int protocol) {
  return fails(Call::socket) ? -1 : __real_socket(family, type, protocol);
}

int __wrap_setsockopt(int socket, int level, int option, const void* value, socklen_t size) {
  return fails(Call::setsockopt) ? -1 : __real_setsockopt(socket, level, option, value, size);
}

int __wrap_bind(int socket, const sockaddr* address, socklen_t size) {
  return fails(Call::bind) ? -1 : __real_bind(socket, address, size);
}

int __wrap_listen(int socket, int backlog) {
  return fails(Call::listen) ? -1 : __real_listen(socket, backlog);
}

int __wrap_getsockname(int socket, sockaddr* address, socklen_t* size) {
  return fails(Call::getsockname) ? -1 : __real_getsockname(socket, address, size);
}

int __wrap_accept4(int socket, sockaddr* address, socklen_t* size, int flags) {
  return fails(Call::accept4) ? -1 : __real_accept4(socket, address, size, flags);
}

ssize_t __wrap_recv(int socket, void* into, size_t size, int flags) {
  return fails(Call::recv) ? -1 : __real_recv(socket, into, limited(size), flags);
}

ssize_t __wrap_send(int socket, const void* bytes, size_t size, int flags) {
  return fails(Call::send) ? -1 : __real_send(socket, bytes, limited(size), flags);
}

int __wrap_shutdown(int socket, int how) { return fails(Call::shutdown) ? -1 : __real_shutdown(socket, how); }

// Linux releases the descriptor also when it returns an error (close(2), "Dealing with error returns").
int __wrap_close(int descriptor) {
  const bool failing_now = fails(Call::close);
  const int error = errno;
  const int result = __real_close(descriptor);
  if (!failing_now) {
    return result;
  }
  errno = error;
  return -1;
}

// A sleep takes no time: when nothing is ready, the clock is put forward. After some idle rounds the kernel
// gets a real moment to deliver what is under way.
int __wrap_poll(pollfd* watched, nfds_t count, int timeout) {
  if (!watching) {
    return __real_poll(watched, count, timeout);
  }
  if (fails(Call::poll)) {
    return -1;
  }
  const int ready = __real_poll(watched, count, idle_polls < 20 ? 0 : std::min(timeout, 1));
  idle_polls = ready == 0 ? idle_polls + 1 : 0;
  if (ready == 0) {
    milliseconds += timeout;
  }
  return ready;
}

int __wrap_nanosleep(const timespec* span, timespec* rest) {
  if (!watching) {
    return __real_nanosleep(span, rest);
  }
  if (fails(Call::nanosleep)) {
    return -1;
  }
  milliseconds += span->tv_sec * 1000 + span->tv_nsec / 1'000'000;
  return 0;
}

int __wrap_clock_gettime(clockid_t clock, timespec* now) {
  if (!watching) {
    return __real_clock_gettime(clock, now);
  }
  *now = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1'000'000};
  return 0;
}

int __wrap_pipe(int* ends) { return fails(Call::pipe) ? -1 : __real_pipe(ends); }

int __wrap_fcntl(int descriptor, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  const int value = va_arg(arguments, int);
  va_end(arguments);
  return fails(Call::fcntl) ? -1 : __real_fcntl(descriptor, command, value);
}

int __wrap_sigaction(int signal, const struct sigaction* action, struct sigaction* former) {
  return fails(Call::sigaction) ? -1 : __real_sigaction(signal, action, former);
}

int __wrap_connect(int socket, const sockaddr* address, socklen_t size) {
  if (watching && connecting_from >= 0) {
    (void)::dup3(std::exchange(connecting_from, -1), socket, O_CLOEXEC);
  }
  if (!fails(Call::connect)) {
    return __real_connect(socket, address, size);
  }
  if (errno == EINPROGRESS || errno == EINTR) {  // it goes on by itself
    const int error = errno;
    (void)__real_connect(socket, address, size);
    errno = error;
  }
  return -1;
}

int __wrap_getsockopt(int socket, int level, int option, void* value, socklen_t* size) {
  return fails(Call::getsockopt) ? -1 : __real_getsockopt(socket, level, option, value, size);
}

int __wrap_getpeername(int socket, sockaddr* address, socklen_t* size) {
  return fails(Call::getpeername) ? -1 : __real_getpeername(socket, address, size);
}

}  // extern "C"

}  // namespace system_calls
