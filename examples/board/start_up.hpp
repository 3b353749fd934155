// What a program finds when it begins on a board without an operating system. A board's startup.cpp has the vector table, and what
// its core needs before this:
//
//   extern "C" void reset() {
//     asm volatile("cpsid i");
//     board::prepare_memory();
//     main();
//     fault();
//   }
#pragma once

#include <cstdint>

extern "C" {

extern std::uint32_t __stack_top[];  // set by the linker script
int main();

}  // extern "C"

namespace board {

/// What the vector table holds.
using Handler = void (*)();

/// Copies variables from flash, zeroes the others and makes the static objects, with nothing but the stack.
void prepare_memory();

}  // namespace board
