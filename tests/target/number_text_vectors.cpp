// Writes texts of numbers that are hard to write, then checksums over the texts of random ones. Built for the host and
// for the boards: the host's, whose digits the unit tests hold against std::to_chars, is what the boards' must equal.
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <string_view>

#include "prometheus_express/base/number_text.hpp"
#include "semihosting.hpp"

using namespace prometheus_express;

namespace {

// Lines collect here: a call of the host for each would take most of the time.
class Output {
 public:
  void line(std::string_view text) {
    if (used_ + text.size() + 1 > buffer_.size()) {
      flush();
    }
    for (const char c : text) {
      buffer_[used_++] = c;
    }
    buffer_[used_++] = '\n';
  }

  void flush() {
    target::write({buffer_.data(), used_});
    used_ = 0;
  }

 private:
  std::array<char, 1024> buffer_;
  std::size_t used_ = 0;
};

Output output;

template <typename Value>
void print(Value value) {
  NumberText text;
  output.line({text.data(), format(text, value)});
}

template <typename Scaled>
void print_decimal(Scaled scaled, unsigned places) {
  NumberText text;
  output.line({text.data(), format_decimal(text, scaled, places)});
}

// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
std::uint64_t random_state = 1;
std::uint64_t next_random() {
  std::uint64_t z = random_state += 0x9e37'79b9'7f4a'7c15;
  z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9;
  z = (z ^ z >> 27) * 0x94d0'49bb'1331'11eb;
  return z ^ z >> 31;
}

template <typename Format>
void print_checksum(int count, Format format_one) {
  std::uint32_t sum = 2'166'136'261;  // FNV-1a (Fowler, Noll and Vo)
  for (int i = 0; i < count; ++i) {
    NumberText text;
    const std::size_t length = format_one(text, next_random());
    for (std::size_t at = 0; at <= length; ++at) {
      sum = (sum ^ static_cast<unsigned char>(at == length ? '\n' : text[at])) * 16'777'619;
    }
  }
  print(sum);
}

void print_hard_floats() {
  for (std::uint32_t biased = 0; biased <= 255; ++biased) {
    for (const std::uint32_t fraction : {0x00'0000U, 0x00'0001U, 0x40'0000U, 0x7f'ffffU}) {
      print(std::bit_cast<float>(biased << 23 | fraction));
    }
  }
  for (const float value :
       {24.7359f, 983.25f, 1060948.0f, 0.1f, 0.0f, -0.0f, 1e-6f, 1e-7f, 1e20f, 1e21f, -16777216.0f}) {
    print(value);
  }
}

void print_hard_doubles() {
  for (std::uint64_t biased = 0; biased <= 2047; ++biased) {
    for (const std::uint64_t fraction : {0x0ULL, 0x1ULL, 0xf'ffff'ffff'ffffULL}) {
      print(std::bit_cast<double>(biased << 52 | fraction));
    }
  }
  for (const double value :
       {24.7359, 983.25, 1060948.0, 0.1, 0.0, -0.0, 1e-6, 1e-7, 1e20, 1e21, -9007199254740993.0}) {
    print(value);
  }
}

void print_hard_integers_and_decimals() {
  for (std::uint64_t power = 1;; power *= 10) {
    for (const std::uint64_t value : {power - 1, power, power * 9}) {
      print(value);
      print(static_cast<std::int64_t>(value));
      print(static_cast<std::uint32_t>(value));
      print(static_cast<std::int32_t>(value));
      for (unsigned places = 0; places <= 18; ++places) {
        print_decimal(static_cast<std::int64_t>(0 - value), places);
        print_decimal(static_cast<std::int32_t>(value), places % 10);
      }
    }
    if (power == 10'000'000'000'000'000'000U) {
      break;
    }
  }
  print(std::numeric_limits<std::int32_t>::min());
  print(std::numeric_limits<std::int64_t>::min());
  print(std::numeric_limits<std::uint64_t>::max());
}

}  // namespace

int main() {
  print_hard_integers_and_decimals();
  print_hard_floats();
  print_hard_doubles();
  constexpr int count = 100'000;
  print_checksum(count, [](NumberText& out, std::uint64_t bits) { return format(out, bits >> bits % 64); });
  print_checksum(count, [](NumberText& out, std::uint64_t bits) {
    return format(out, static_cast<std::int32_t>(static_cast<std::uint32_t>(bits >> 32)) >> bits % 32);
  });
  print_checksum(count, [](NumberText& out, std::uint64_t bits) {
    return format_decimal(out, static_cast<std::int32_t>(static_cast<std::uint32_t>(bits >> 32)) >> bits % 32,
                          static_cast<unsigned>(bits >> 5) % 10);
  });
  print_checksum(count, [](NumberText& out, std::uint64_t bits) {
    return format_decimal(out, static_cast<std::int64_t>(bits) >> bits % 64,
                          static_cast<unsigned>(bits >> 6) % 19);
  });
  print_checksum(count, [](NumberText& out, std::uint64_t bits) {
    return format(out, std::bit_cast<float>(static_cast<std::uint32_t>(bits >> 32)));
  });
  print_checksum(
      count, [](NumberText& out, std::uint64_t bits) { return format(out, std::bit_cast<double>(bits)); });
  output.flush();
  return 0;
}
