#include "start_up.hpp"

extern "C" {

// Set by the linker script.
extern std::uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[];
extern board::Handler __init_array_start[];
extern board::Handler __init_array_end[];

// Destructors of static objects are registered with it; nothing here ever ends.
void* __dso_handle = nullptr;
int __aeabi_atexit(void*, void (*)(void*), void*) { return 0; }

}  // extern "C"

namespace board {

[[gnu::optimize("no-tree-loop-distribute-patterns")]] void prepare_memory() {
  for (std::uint32_t *from = __data_load, *to = __data_start; to != __data_end;) {
    *to++ = *from++;
  }
  for (std::uint32_t* to = __bss_start; to != __bss_end;) {
    *to++ = 0;
  }
  for (Handler* constructor = __init_array_start; constructor != __init_array_end; ++constructor) {
    (*constructor)();
  }
}

}  // namespace board
