// What GoogleTest refers to and newlib does not have; it is called only for reports in files.
#include <sys/stat.h>

#include <cerrno>

extern "C" int mkdir(const char*, mode_t) {
  errno = ENOSYS;
  return -1;
}
