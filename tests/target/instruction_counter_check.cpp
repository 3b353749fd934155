// Prints `name count` for pieces of code whose instructions can be counted by reading them.
#include <cstdio>

#include "instruction_counter.hpp"

namespace target = prometheus_express::target;

namespace {

void report(const char* name, std::uint32_t count) {
  std::printf("%s %lu\n", name, static_cast<unsigned long>(count));
}

// 1 before the loop, then 2 a turn.
void turn(std::uint32_t turns) {
  asm volatile(
      ".syntax unified\n"
      "1: subs %0, #1\n\t"
      "bne 1b"
      : "+l"(turns)
      :
      : "cc");
}

}  // namespace

int main() {
  if (!target::instruction_counter_works()) {
    return 1;
  }
  report("nothing", target::count_instructions([] {}));
  report("one_nop", target::count_instructions([] { asm volatile("nop"); }));
  report("hundred_nops", target::count_instructions([] { asm volatile(".rept 100\n\tnop\n\t.endr"); }));
  report("thousand_nops", target::count_instructions([] { asm volatile(".rept 1000\n\tnop\n\t.endr"); }));
  const std::uint32_t none = target::count_instructions([] { turn(1); });
  report("million_turns_more", target::count_instructions([] { turn(1000001); }) - none);
  return 0;
}
