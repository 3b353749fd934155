// Powers of ten as normalised binary significands, computed by the compiler from exact integers: tables
// without a page of hexadecimal digits that nobody can check.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace prometheus_express {

/// The upper 128 bits of 10^n / 2^floor(log2(10^n)), below which the true value's further bits are cut off.
struct Significand {
  std::array<std::uint32_t, 4> words;  // the most significant first; its top bit is set
  bool exact;                          // nothing was cut off
};

/// A natural number of up to 1,280 bits, the least significant word first.
class LongInteger {
 public:
  constexpr LongInteger(std::uint32_t word, std::size_t position) { words_[position] = word; }

  constexpr void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  /// Rounds down. Repeated divisions round as one division by the product would.
  constexpr void divide(std::uint32_t divisor) {
    std::uint64_t rest = 0;
    for (std::size_t i = words_.size(); i-- > 0;) {
      rest = rest << 32 | words_[i];
      words_[i] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
  }

  constexpr Significand significand() const {
    std::size_t top = words_.size() - 1;
    while (words_[top] == 0) {
      --top;
    }
    const int shift = std::countl_zero(words_[top]);
    const auto shifted = [&](std::size_t below_top) {
      const std::uint64_t upper = below_top > top ? 0 : words_[top - below_top];
      const std::uint64_t lower = below_top + 1 > top ? 0 : words_[top - below_top - 1];
      return static_cast<std::uint32_t>((upper << 32 | lower) << shift >> 32);
    };
    Significand result{{shifted(0), shifted(1), shifted(2), shifted(3)}, true};
    for (std::size_t below_top = 4; below_top <= top; ++below_top) {
      result.exact = result.exact && shifted(below_top) == 0;
    }
    return result;
  }

 private:
  std::array<std::uint32_t, 40> words_{};
};

/// The significands of 10^first, 10^(first + step), … The factor 2^n of 10^n = 5^n * 2^n does not show in
/// them.
template <int first, std::size_t count, int step = 1>
consteval std::array<Significand, count> significands() {
  std::array<Significand, count> result{};
  LongInteger positive(1, 0);
  int exponent = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int wanted = first + static_cast<int>(i) * step;
    if (wanted >= 0) {
      for (; exponent < wanted; ++exponent) {
        positive.multiply(5);
      }
      result[i] = positive.significand();
    }
  }
  LongInteger negative(1, 39);
  exponent = 0;
  for (std::size_t i = count; i-- > 0;) {
    const int wanted = first + static_cast<int>(i) * step;
    if (wanted < 0) {
      for (; exponent > wanted; --exponent) {
        negative.divide(5);
      }
      result[i] = negative.significand();
      result[i].exact = false;
    }
  }
  return result;
}

}  // namespace prometheus_express
