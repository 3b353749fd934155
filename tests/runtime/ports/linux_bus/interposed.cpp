// Takes the place of the C library's open(2), ioctl(2), close(2) and clock_gettime(2), in a program that it is linked into or, as a
// library, with LD_PRELOAD. Files that are not simulated go to the system.
#include <fcntl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>

#include "kernel.hpp"

using simulated_kernel::Kernel;

namespace {

int answer(int result) {
  if (result < 0) {
    errno = -result;
    return -1;
  }
  return result;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  Kernel* const kernel = Kernel::current();
  if (kernel != nullptr && kernel->knows(path)) {
    return answer(kernel->open(path, flags));
  }
  return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int ioctl(int file, unsigned long request, ...) noexcept {
  std::va_list more;
  va_start(more, request);
  void* const argument = va_arg(more, void*);
  va_end(more);
  Kernel* const kernel = Kernel::current();
  if (kernel != nullptr && kernel->knows(file)) {
    return answer(kernel->ioctl(file, request, argument));
  }
  return static_cast<int>(::syscall(SYS_ioctl, file, request, argument));
}

int close(int file) {
  Kernel* const kernel = Kernel::current();
  if (kernel != nullptr && kernel->knows(file)) {
    return answer(kernel->close(file));
  }
  return static_cast<int>(::syscall(SYS_close, file));
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
  if (const Kernel* const kernel = Kernel::current(); kernel != nullptr && result == 0) {
    time->tv_sec += static_cast<time_t>(kernel->ahead() / 1000);
    time->tv_nsec += static_cast<long>(kernel->ahead() % 1000) * 1'000'000;
    if (time->tv_nsec >= 1'000'000'000) {
      time->tv_nsec -= 1'000'000'000;
      ++time->tv_sec;
    }
  }
  return result;
}

}  // extern "C"
