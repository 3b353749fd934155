// What startup.cpp promises, seen from inside a program; test_startup.py runs it with different arguments.
#include <cstdint>
#include <string_view>

#include "semihosting.hpp"

namespace target = prometheus_express::target;

namespace {

volatile std::uint32_t initialised = 0x12345678;
volatile std::uint32_t zeroed[64];

int constructed_first() { return 7; }
const int constructed = constructed_first() * static_cast<int>(initialised != 0);

bool variables_are_set() {
  for (const auto& word : zeroed) {
    if (const std::uint32_t value = word; value != 0) {
      return false;
    }
  }
  return initialised == 0x12345678 && constructed == 7;
}

int as_number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    number = number * 10 + (digit - '0');
  }
  return number;
}

}  // namespace

int main(int argc, char** argv) {
  if (!variables_are_set()) {
    target::write("variables are not set\n");
    return 1;
  }
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "exit") {
    return as_number(argv[2]);
  }
  if (command == "fault") {
    asm volatile(".globl faulting_instruction\nfaulting_instruction: udf #0");
  }
  if (command == "hang") {
    for (;;) {
      asm volatile("");
    }
  }
  for (int index = 1; index < argc; ++index) {
    target::write(argv[index]);
    target::write("\n");
  }
  return 0;
}
