// Finds which of a few words is being spelled, a character at a time and without storing what was read.
//
//   constexpr char words[2][6] = {"close", "open"};        // each with a NUL at its end
//   WordMatcher matcher(2);
//   for (char c : text) { matcher.next(words, c); }        // folded(c) where case does not matter
//   if (matcher.found(words) == 1) { … }                   // the text was "open"
#pragma once

#include <cstddef>
#include <cstdint>

namespace prometheus_express::message {

class WordMatcher {
 public:
  /// What `found` says of a text that is none of the words.
  static constexpr std::uint8_t none = 255;

  /// Begins a text that is to be one of `count` words, at most 8.
  explicit constexpr WordMatcher(unsigned count = 0) : left_(static_cast<std::uint8_t>((1U << count) - 1U)) {}

  /// Takes the next character. `words` are the same at every call. No character is a NUL.
  template <std::size_t count, std::size_t stride>
  void next(const char (&words)[count][stride], char c) {
    next(words[0], stride, c);
  }

  /// Number of the word that was spelled exactly, or `none`.
  template <std::size_t count, std::size_t stride>
  [[nodiscard]] std::uint8_t found(const char (&words)[count][stride]) const {
    return found(words[0], stride);
  }

  /// False once the text starts like none of the words.
  [[nodiscard]] constexpr bool possible() const { return left_ != 0; }

  /// True until the first character.
  [[nodiscard]] constexpr bool empty() const { return length_ == 0; }

  /// Makes the text one that matches nothing.
  constexpr void invalidate() {
    left_ = 0;
    length_ = 1;
  }

 private:
  void next(const char* words, std::size_t stride, char c);
  [[nodiscard]] std::uint8_t found(const char* words, std::size_t stride) const;

  std::uint8_t left_;        // words that start like the text, a bit each
  std::uint8_t length_ = 0;  // of the text, as long as there are such
};

}  // namespace prometheus_express::message
