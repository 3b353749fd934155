// The values of a series' labels that are known at run time only: bounded texts, one behind the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "prometheus_express/base/utf8.hpp"

namespace prometheus_express {

/// What keeps a text from being a label value.
enum class TextProblem : std::uint8_t { none, too_long, not_utf8 };

/// One text for each of the lengths, which are in bytes of UTF-8, 1 to 255. All are empty at first.
template <std::size_t... max_lengths>
class TextRow {
 public:
  static constexpr std::size_t size = sizeof...(max_lengths);
  static_assert(((max_lengths >= 1 && max_lengths <= 255) && ...));

  using Texts = std::array<std::string_view, size>;

  /// The first fault of any of the texts.
  [[nodiscard]] static constexpr TextProblem check(const Texts& texts) {
    for (std::size_t i = 0; i < size; ++i) {
      if (texts[i].size() > lengths[i]) {
        return TextProblem::too_long;
      }
      if (!is_utf8(texts[i])) {
        return TextProblem::not_utf8;
      }
    }
    return TextProblem::none;
  }

  /// Takes a copy of texts that `check` finds no fault with.
  constexpr void assign(const Texts& texts) {
    std::size_t place = 0;
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t c = 0; c < texts[i].size(); ++c) {
        chars_[place + c] = texts[i][c];
      }
      sizes_[i] = static_cast<std::uint8_t>(texts[i].size());
      place += lengths[i];
    }
  }

  [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const {
    std::size_t place = 0;
    for (std::size_t before = 0; before < i; ++before) {
      place += lengths[before];
    }
    return {chars_.data() + place, sizes_[i]};
  }

  [[nodiscard]] constexpr bool equals(const Texts& texts) const {
    for (std::size_t i = 0; i < size; ++i) {
      if ((*this)[i] != texts[i]) {
        return false;
      }
    }
    return true;
  }

 private:
  static constexpr std::size_t lengths[] = {max_lengths...};

  std::array<std::uint8_t, size> sizes_{};
  std::array<char, (max_lengths + ...)> chars_{};
};

}  // namespace prometheus_express
