// From the boot loader to main: vector table, FPU, variables, constructors. No interrupt is handled: they only end the core's sleep,
// so that every other exception is a fault, which stops the core for a debugger to see, until the watchdog bites.
#include <array>
#include <cstdint>

extern "C" {

// Set by the linker script.
extern std::uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[], __stack_top[];
extern void (*__init_array_start[])();
extern void (*__init_array_end[])();

int main();
void reset();
void fault();

// Destructors of static objects are registered with it; nothing here ever ends.
void* __dso_handle = nullptr;
int __aeabi_atexit(void*, void (*)(void*), void*) { return 0; }

}  // extern "C"

namespace {

using Handler = void (*)();

// Armv7-M Architecture Reference Manual, section B1.5.3.
struct Vectors {
  std::uint32_t* stack = __stack_top;
  Handler on_reset = reset;
  std::array<Handler, 14> faults_and_calls = {fault, fault, fault, fault, fault, fault, fault,
                                              fault, fault, fault, fault, fault, fault, fault};
};
[[gnu::section(".vectors"), gnu::used]] constinit const Vectors vectors;

/// Section B3.2.5: a debugger that starts the program leaves this to us. The boot loader has it set already.
void choose_vectors() {
  *reinterpret_cast<volatile std::uintptr_t*>(0xE000ED08) = reinterpret_cast<std::uintptr_t>(&vectors);
}

/// Section B3.2.20: full access to CP10 and CP11.
void enable_fpu() {
  auto& coprocessor_access = *reinterpret_cast<volatile std::uint32_t*>(0xE000ED88);
  coprocessor_access = coprocessor_access | 0xFU << 20U;
  asm volatile("dsb\n\tisb" ::: "memory");
}

}  // namespace

extern "C" [[gnu::optimize("no-tree-loop-distribute-patterns")]] void reset() {
  asm volatile("cpsid i");
  choose_vectors();
  enable_fpu();
  for (std::uint32_t *from = __data_load, *to = __data_start; to != __data_end;) {
    *to++ = *from++;
  }
  for (std::uint32_t* to = __bss_start; to != __bss_end;) {
    *to++ = 0;
  }
  for (Handler* constructor = __init_array_start; constructor != __init_array_end; ++constructor) {
    (*constructor)();
  }
  main();
  fault();
}

extern "C" void fault() {
  asm volatile("bkpt 0");
  for (;;) {
  }
}
