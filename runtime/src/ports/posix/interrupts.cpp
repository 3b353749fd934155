#include "prometheus_express/ports/posix/interrupts.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace prometheus_express::posix {
namespace {

volatile std::sig_atomic_t raised_flag = 0;
volatile std::sig_atomic_t write_end = -1;

extern "C" {
static void take_note(int) {
  const int error = errno;
  raised_flag = 1;
  if (write_end >= 0) {
    (void)!::write(write_end, "", 1);
  }  // full after 64 KiB of signals, and readable then
  errno = error;
}
}

}  // namespace

Interrupts::Interrupts() {
  int ends[2] = {-1, -1};
  if (::pipe(ends) == 0) {
    read_end_ = Descriptor(ends[0]);
    write_end_ = Descriptor(ends[1]);
    for (const int end : ends) {
      (void)::fcntl(end, F_SETFD, FD_CLOEXEC);
      (void)::fcntl(end, F_SETFL, O_NONBLOCK);
    }
  }
  raised_flag = 0;
  write_end = write_end_.number();
  struct sigaction action = {};
  action.sa_handler = take_note;
  (void)::sigemptyset(&action.sa_mask);
  (void)::sigaction(SIGINT, &action, &former_interrupt_);
  (void)::sigaction(SIGTERM, &action, &former_terminate_);
}

Interrupts::~Interrupts() {
  (void)::sigaction(SIGINT, &former_interrupt_, nullptr);
  (void)::sigaction(SIGTERM, &former_terminate_, nullptr);
  write_end = -1;
}

bool Interrupts::raised() const { return raised_flag != 0; }

}  // namespace prometheus_express::posix
