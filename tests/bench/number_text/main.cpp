// number_text_bench NUMBERS WAY COUNT: writes COUNT of the NUMBERS in one WAY. The instructions between entering and
// leaving measured() are what measure.py counts: the loop and the calls, not the making of the numbers.
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "double_powers.hpp"
#include "double_text.hpp"

using namespace prometheus_express;

namespace {

template <typename Number, typename Write>
[[gnu::noinline]] std::size_t measured(const std::vector<Number>& numbers, Write write) {
  std::size_t bytes = 0;
  for (const Number number : numbers) {
    bytes += write(number);
  }
  return bytes;
}

template <typename Number>
std::size_t with_to_chars(const std::vector<Number>& numbers) {
  return measured(numbers, [](Number number) {
    std::array<char, 400> text;  // to_chars writes 1e300 in 301 digits, if they are exact
    return static_cast<std::size_t>(std::to_chars(text.data(), text.data() + text.size(), number).ptr -
                                    text.data());
  });
}

template <typename Number>
std::size_t with_format(const std::vector<Number>& numbers) {
  return measured(numbers, [](Number number) {
    NumberText text;
    return format(text, number);
  });
}

template <typename Powers>
std::size_t with_table(const std::vector<double>& numbers) {
  return measured(numbers, [](double number) {
    NumberText text;
    return format_with<Powers>(text, number);
  });
}

template <typename Number>
std::size_t write_all(const std::vector<Number>& numbers, std::string_view way) {
  return way == "to_chars" ? with_to_chars(numbers) : with_format(numbers);
}

template <>
std::size_t write_all(const std::vector<double>& numbers, std::string_view way) {
  return way == "to_chars"  ? with_to_chars(numbers)
         : way == "compact" ? with_table<CompactDoublePowers>(numbers)
                            : with_format(numbers);  // the host's own table: full
}

// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
std::uint64_t next_random() {
  static std::uint64_t state = 1;
  std::uint64_t z = state += 0x9e37'79b9'7f4a'7c15;
  z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9;
  z = (z ^ z >> 27) * 0x94d0'49bb'1331'11eb;
  return z ^ z >> 31;
}

template <typename Number, typename Make>
std::size_t write_made(std::size_t count, std::string_view way, Make make) {
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < count; ++i) {
    numbers.push_back(make(i));
  }
  return write_all(numbers, way);
}

std::size_t write_kind(std::string_view kind, std::string_view way, std::size_t count) {
  constexpr double mixed[] = {24.7359, 1060948, 983.25};
  if (kind == "double_mixed") {
    return write_made<double>(count, way, [&](std::size_t i) { return mixed[i % 3]; });
  }
  if (kind == "double_random") {
    return write_made<double>(count, way, [](std::size_t) { return std::bit_cast<double>(next_random()); });
  }
  if (kind == "float_mixed") {
    return write_made<float>(count, way, [&](std::size_t i) { return static_cast<float>(mixed[i % 3]); });
  }
  if (kind == "float_random") {
    return write_made<float>(count, way, [](std::size_t) {
      return std::bit_cast<float>(static_cast<std::uint32_t>(next_random()));
    });
  }
  if (kind == "uint32") {
    return write_made<std::uint32_t>(
        count, way, [](std::size_t i) { return static_cast<std::uint32_t>(next_random()) >> i % 32; });
  }
  if (kind == "uint64") {
    return write_made<std::uint64_t>(count, way, [](std::size_t i) { return next_random() >> i % 64; });
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t bytes = argc == 4 ? write_kind(argv[1], argv[2], std::strtoul(argv[3], nullptr, 10)) : 0;
  if (bytes == 0) {
    std::fputs("usage: number_text_bench double_mixed|double_random|… full|compact|to_chars COUNT\n", stderr);
    return 2;
  }
  std::printf("%zu bytes\n", bytes);
  return 0;
}
