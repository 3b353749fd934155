#include "prometheus_express/ports/posix/alarm.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace prometheus_express::posix {

Alarm::Alarm() {
  int ends[2] = {-1, -1};
  if (::pipe(ends) == 0) {
    read_end_ = Descriptor(ends[0]);
    write_end_ = Descriptor(ends[1]);
    for (const int end : ends) {
      (void)::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
  }
}

void Alarm::raise() {
  raised_ = true;
  write_end_.close();  // the other end then reads an end of file
}

}  // namespace prometheus_express::posix
