// From reset to main on any Cortex-M: vector table, variables, constructors, arguments, and back to the host
// with main's result. It calls no function of libc or libgcc, so that a program's size shows all that the
// program itself needs.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "semihosting.hpp"

namespace target = prometheus_express::target;

extern "C" {

// Set by sections.ld.
extern std::uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[], __stack_top[];
extern void (*__init_array_start[])(), (*__init_array_end[])();

int main(int argc, char** argv);
void reset();
void unexpected_exception();

// A program that handles interrupts defines these; `interrupt` finds its number in IPSR.
[[gnu::weak, gnu::alias("unexpected_exception")]] void systick();
[[gnu::weak, gnu::alias("unexpected_exception")]] void interrupt();

// In programs that use stdio only.
[[gnu::weak]] void initialise_monitor_handles();
[[gnu::weak]] int fflush(FILE*);

// What destructors of static objects are registered with; nothing is unloaded here.
void* __dso_handle = nullptr;

}  // extern "C"

namespace {

using Handler = void (*)();

constexpr int status_of_unexpected_exception = 125;

template <std::size_t count>
consteval std::array<Handler, count> repeated(Handler handler) {
  std::array<Handler, count> handlers{};
  handlers.fill(handler);
  return handlers;
}

// Armv6-M and Armv7-M Architecture Reference Manuals, section B1.5.3. All machines used here have at least 32
// interrupts.
struct Vectors {
  std::uint32_t* stack = __stack_top;
  Handler on_reset = reset;
  std::array<Handler, 13> faults_and_calls = repeated<13>(unexpected_exception);
  Handler on_systick = systick;
  std::array<Handler, 32> interrupts = repeated<32>(interrupt);
};
[[gnu::section(".vectors"), gnu::used]] constinit const Vectors vectors;

void enable_fpu() {
#if defined(__ARM_FP)
  // Armv7-M Architecture Reference Manual, section B3.2.20: full access to CP10 and CP11.
  auto* coprocessor_access = reinterpret_cast<volatile std::uint32_t*>(0xE000ED88);
  *coprocessor_access = *coprocessor_access | 0xFu << 20;
  asm volatile("dsb\n\tisb" ::: "memory");
#endif
}

int call_main() {
  static char line[256];
  static char* arguments[16];
  if (!target::command_line(line, sizeof line)) {
    target::write("start-up: the arguments are longer than 255 bytes\n");
    return status_of_unexpected_exception;
  }
  int count = 0;
  bool in_argument = false;
  for (char* at = line; *at != '\0'; ++at) {
    if (*at == ' ') {
      *at = '\0';
      in_argument = false;
    } else if (!in_argument && count < 15) {
      arguments[count++] = at;
      in_argument = true;
    }
  }
  return main(count, arguments);
}

}  // namespace

extern "C" void reset() {
  enable_fpu();
  for (std::uint32_t *from = __data_load, *to = __data_start; to != __data_end;) {
    *to++ = *from++;
  }
  for (std::uint32_t* to = __bss_start; to != __bss_end;) {
    *to++ = 0;
  }
  if (initialise_monitor_handles != nullptr) {
    initialise_monitor_handles();
  }
  for (Handler* constructor = __init_array_start; constructor != __init_array_end; ++constructor) {
    (*constructor)();
  }
  const int status = call_main();
  if (fflush != nullptr) {
    fflush(nullptr);
  }
  target::exit(status);
}

extern "C" [[gnu::used]] void report_unexpected_exception(const std::uint32_t* frame) {
  std::uint32_t number;
  asm volatile("mrs %0, ipsr" : "=r"(number));
  static char message[] = "exception 0x00 at 0x00000000\n";
  const auto put = [](int last, int digits, std::uint32_t value) {
    for (; digits > 0; --digits, value >>= 4) {
      message[last--] = "0123456789abcdef"[value & 15];
    }
  };
  put(13, 2, number);
  put(27, 8, frame[6]);  // the seventh word pushed is the return address: the manuals' section B1.5.6
  target::write({message, sizeof message - 1});
  target::exit(status_of_unexpected_exception);
}

extern "C" [[gnu::naked]] void unexpected_exception() {
  asm volatile(
      "mrs r0, msp\n\t"
      "ldr r1, =report_unexpected_exception\n\t"
      "bx r1\n\t"
      ".ltorg");
}
