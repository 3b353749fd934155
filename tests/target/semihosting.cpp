#include "semihosting.hpp"

namespace prometheus_express::target {
namespace {

// Operation numbers and parameter blocks: Semihosting for AArch32 and AArch64, section "Semihosting
// operations".
enum class Operation : std::uint32_t {
  open = 0x01,
  write = 0x05,
  get_command_line = 0x15,
  exit_extended = 0x20
};

std::uint32_t ask_host(Operation operation, const void* parameters) {
  register std::uint32_t r0 asm("r0") = static_cast<std::uint32_t>(operation);
  register const void* r1 asm("r1") = parameters;
  asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

std::uint32_t word(const void* pointer) { return reinterpret_cast<std::uintptr_t>(pointer); }

std::uint32_t open_standard_output() {
  constexpr std::uint32_t mode_write = 4;
  static constexpr char console[] = ":tt";
  const std::uint32_t parameters[] = {word(console), mode_write, sizeof console - 1};
  return ask_host(Operation::open, parameters);
}

}  // namespace

void write(std::string_view bytes) {
  static std::uint32_t handle = 0;  // the host numbers its files from 1
  if (handle == 0) {
    handle = open_standard_output();
  }
  const std::uint32_t parameters[] = {handle, word(bytes.data()), bytes.size()};
  ask_host(Operation::write, parameters);
}

void exit(int status) {
  constexpr std::uint32_t stopped_application_exit = 0x20026;
  const std::uint32_t parameters[] = {stopped_application_exit, static_cast<std::uint32_t>(status)};
  for (;;) {
    ask_host(Operation::exit_extended, parameters);
  }
}

bool command_line(char* line, std::uint32_t size) {
  std::uint32_t parameters[] = {word(line), size};
  return ask_host(Operation::get_command_line, parameters) == 0;
}

}  // namespace prometheus_express::target
