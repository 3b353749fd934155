// What GoogleTest refers to and newlib does not have, in some of its versions; it is called only for reports in files.
#include <sys/stat.h>

#include <cerrno>
#include <cstddef>

extern "C" int mkdir(const char*, mode_t) {
  errno = ENOSYS;
  return -1;
}

// Newlib has its own up to 4.4, which is taken where it is.
extern "C" [[gnu::weak]] char* getcwd(char*, std::size_t) {
  errno = ENOSYS;
  return nullptr;
}
