// Parts whose sizes are known beforehand, so that test_measure.py can hold the measurement against them.
#include <cstdint>
#include <cstring>

namespace {

// 1000 bytes of page text, 300 bytes of another table, 64 initialised and 128 zeroed bytes of RAM.
[[gnu::used]] constexpr char page_text[1000] = "# HELP";
constexpr char table[300] = {1, 2, 3};
volatile std::uint32_t initialised[16] = {1};
volatile std::uint32_t zeroed[32];

// 512 bytes: 255 instructions of two bytes and the return.
[[gnu::naked, gnu::noinline]] void half_a_kilobyte() { asm volatile(".rept 255\n\tnop\n\t.endr\n\tbx lr"); }

}  // namespace

int main() {
  half_a_kilobyte();
  zeroed[1] = static_cast<std::uint8_t>(page_text[zeroed[2]]) + static_cast<std::uint8_t>(table[zeroed[3]]);
  const std::uint64_t dividend = std::uint64_t{initialised[0]} << 32 | zeroed[4];
  zeroed[5] = static_cast<std::uint32_t>(dividend / (initialised[1] + 3));  // libgcc's 64-bit division
  char copy[40];
  std::memcpy(copy, page_text + zeroed[6], zeroed[7]);  // libc's
  asm volatile("" : : "r"(copy) : "memory");
  return 0;
}
