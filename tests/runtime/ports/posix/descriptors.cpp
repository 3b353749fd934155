#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "system_calls.hpp"

namespace system_calls {

int open_descriptors() {
  const Aside aside;
  int count = 0;
  DIR* directory = ::opendir("/proc/self/fd");
  while (directory != nullptr && ::readdir(directory) != nullptr) {
    ++count;
  }
  (void)::closedir(directory);
  return count;
}

int inherited_sockets() {
  const Aside aside;
  int count = 0;
  for (int number = 3; number < 1024; ++number) {
    struct stat status = {};
    const bool is_ours =
        ::fstat(number, &status) == 0 && (S_ISSOCK(status.st_mode) || S_ISFIFO(status.st_mode));
    if (is_ours && (::fcntl(number, F_GETFD) & FD_CLOEXEC) == 0) {
      ++count;
    }
  }
  return count;
}

}  // namespace system_calls
