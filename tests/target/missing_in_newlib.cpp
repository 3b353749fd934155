// What GoogleTest and libstdc++ refer to and newlib, or its small edition, does not have in some of its versions; none of it is
// called but for reports in files. Weak, for where an object of newlib brings it along.
#include <sys/stat.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cwchar>

#undef getwc
#undef putwc
#undef ungetwc

extern "C" int mkdir(const char*, mode_t) {
  errno = ENOSYS;
  return -1;
}

extern "C" [[gnu::weak]] char* getcwd(char*, std::size_t) {
  errno = ENOSYS;
  return nullptr;
}

extern "C" [[gnu::weak]] wint_t getwc(std::FILE*) { return WEOF; }
extern "C" [[gnu::weak]] wint_t putwc(wchar_t, std::FILE*) { return WEOF; }
extern "C" [[gnu::weak]] wint_t ungetwc(wint_t, std::FILE*) { return WEOF; }
extern "C" [[gnu::weak]] int swprintf(wchar_t*, std::size_t, const wchar_t*, ...) { return -1; }
