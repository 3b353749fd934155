// Memory of a program as the kernel reads it: a wrong pointer is an error, no crash.
#pragma once

#include <sys/uio.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

namespace simulated_kernel {

/// False where the program has no such memory.
inline bool copy_from_user(void* to, const void* from, std::size_t size) {
  const iovec local{to, size};
  const iovec remote{const_cast<void*>(from), size};
  return size == 0 || ::process_vm_readv(::getpid(), &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

inline bool copy_to_user(void* to, const void* from, std::size_t size) {
  const iovec local{const_cast<void*>(from), size};
  const iovec remote{to, size};
  return size == 0 || ::process_vm_writev(::getpid(), &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

template <class Value>
bool copy_from_user(Value& to, const void* from) {
  return copy_from_user(&to, from, sizeof to);
}

template <class Value>
bool copy_to_user(void* to, const Value& from) {
  return copy_to_user(to, &from, sizeof from);
}

}  // namespace simulated_kernel
