#pragma once

#include <cstdint>
#include <string_view>

// The host's standard output and exit status for a program in an emulator or under a debugger, without a C
// library.
//
//   using namespace prometheus_express;
//   int main(int argc, char** argv) {
//     target::write("hello\n");
//     return argc == 2 ? 0 : 1;          // start-up hands the result to target::exit
//   }
//
// Source: Semihosting for AArch32 and AArch64, Arm, 2.0 (release 2022Q1).
namespace prometheus_express::target {

// Writes the bytes to the host's standard output; they are there when it returns.
void write(std::string_view bytes);

// Ends the program with this exit status (0 to 255 arrive on the host).
[[noreturn]] void exit(int status);

// Fills `line` with the program's name and its arguments, joined by spaces, and a terminating zero.
// Returns whether they fitted.
bool command_line(char* line, std::uint32_t size);

}  // namespace prometheus_express::target
