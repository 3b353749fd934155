// What a number's text should be, from std::to_chars' digits and a layout that shares nothing with the
// library's.
#pragma once

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace number_text_oracle {

/// ECMA-262, section 6.1.6.1.20: s are the k digits, and n is such that the value is s * 10^(n - k).
inline void lay_out(std::string_view s, int n, std::string& to) {
  const int k = static_cast<int>(s.size());
  if (k <= n && n <= 21) {
    to.append(s).append(static_cast<std::size_t>(n - k), '0');
  } else if (0 < n && n <= 21) {
    to.append(s.substr(0, static_cast<std::size_t>(n)))
        .append(1, '.')
        .append(s.substr(static_cast<std::size_t>(n)));
  } else if (-6 < n && n <= 0) {
    to.append("0.").append(static_cast<std::size_t>(-n), '0').append(s);
  } else {
    to.append(s.substr(0, 1));
    if (k > 1) {
      to.append(1, '.').append(s.substr(1));
    }
    to.append(n - 1 < 0 ? "e-" : "e+").append(std::to_string(std::abs(n - 1)));
  }
}

/// The expected text of `value`, a float or a double; valid until the next call in the same thread.
template <typename Number>
const std::string& text(Number value) {
#if defined(_GLIBCXX_HAS_GTHREADS)
  thread_local std::string result;
#else  // bare metal
  static std::string result;
#endif
  result.clear();
  if (std::isnan(value)) {
    return result = "NaN";
  }
  if (std::isinf(value)) {
    return result = value < 0 ? "-Inf" : "+Inf";
  }
  if (std::signbit(value)) {
    result = "-";
    value = -value;
  }
  if (value == 0) {
    return result += '0';
  }
  std::array<char, 64> scientific;  // d.ddde-dd
  const auto end =
      std::to_chars(scientific.data(), scientific.data() + 64, value, std::chars_format::scientific).ptr;
  std::array<char, 32> digits;
  std::size_t length = 0;
  const char* at = scientific.data();
  for (; *at != 'e'; ++at) {
    if (*at != '.') {
      digits[length++] = *at;
    }
  }
  int exponent = 0;
  std::from_chars(at + (at[1] == '+' ? 2 : 1), end, exponent);
  lay_out({digits.data(), length}, exponent + 1, result);
  return result;
}

/// Numbers where digit algorithms went wrong before: every power of two and of ten with both neighbours, the
/// smallest and largest, subnormals, ties between two decimals, integers around 2^24 and 2^53.
template <typename Number>
std::vector<Number> hard_cases() {
  using Limits = std::numeric_limits<Number>;
  std::vector<Number> result{0, Limits::min(), Limits::max(), Limits::infinity(), Limits::quiet_NaN()};
  const auto with_neighbours = [&](Number value, int count = 1) {
    result.push_back(value);
    Number above = value;
    Number below = value;
    for (int i = 0; i < count; ++i) {
      result.push_back(above = std::nextafter(above, Limits::infinity()));
      result.push_back(below = std::nextafter(below, Number{0}));
    }
  };
  for (int e = Limits::min_exponent - Limits::digits; e < Limits::max_exponent; ++e) {
    with_neighbours(std::ldexp(Number{1}, e), 3);
  }
  for (int e = Limits::min_exponent10 - Limits::digits10 - 2; e <= Limits::max_exponent10; ++e) {
    for (int digit = 1; digit <= 9; ++digit) {
      Number value{};
      const std::string decimal = std::to_string(digit) + "e" + std::to_string(e);
      std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
      with_neighbours(value, 2);
    }
  }
  with_neighbours(Limits::min(), 1000);
  for (int i = 1; i <= 10'000; ++i) {
    result.push_back(Limits::denorm_min() * static_cast<Number>(i));
  }
  for (const Number centre : {std::ldexp(Number{1}, 24), std::ldexp(Number{1}, 53)}) {
    with_neighbours(centre, 10'000);
  }
  // One bit or a few behind the point, so that the last digit is a five to be rounded, at every size.
  for (int e = 1; e < Limits::digits + 20; ++e) {
    for (int bits = 1; bits <= 8; ++bits) {
      for (int i = 1; i < 200; i += 2) {
        result.push_back(std::ldexp(Number{1}, e) + std::ldexp(static_cast<Number>(i), -bits));
      }
    }
  }
  return result;
}

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t operator()() {
    std::uint64_t z = state_ += 0x9e37'79b9'7f4a'7c15;
    z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9;
    z = (z ^ z >> 27) * 0x94d0'49bb'1331'11eb;
    return z ^ z >> 31;
  }

 private:
  std::uint64_t state_;
};

}  // namespace number_text_oracle
