#include "prometheus_express/sensors/setting_text.hpp"

namespace prometheus_express::sensors {
namespace {

bool starts_with_digit(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// Takes the digits at the front of a text; false beyond 16 of them, but for zeros before.
bool take_digits(std::string_view& text, std::int64_t& number, int& count) {
  for (count = 0; starts_with_digit(text); ++count) {
    if (number > INT64_C(1'000'000'000'000'000)) {
      return false;
    }
    number = number * 10 + (text.front() - '0');
    text.remove_prefix(1);
  }
  return true;
}

/// The same behind the point, where what no setting can tell apart is skipped: a double may be written in 17 digits.
bool take_fraction(std::string_view& text, std::int64_t& number, int& count) {
  if (!starts_with_digit(text)) {
    return false;
  }
  static_cast<void>(take_digits(text, number, count));
  while (starts_with_digit(text)) {
    text.remove_prefix(1);
  }
  return true;
}

bool take(std::string_view& text, char wanted) {
  const bool there = !text.empty() && text.front() == wanted;
  text.remove_prefix(there ? 1 : 0);
  return there;
}

}  // namespace

bool read_number(std::string_view text, unsigned decimals, std::int32_t low, std::int32_t high,
                 std::int32_t& count) {
  std::int64_t number = 0;
  int whole = 0;
  int fraction = 0;
  const bool negative = take(text, '-');
  if (!take_digits(text, number, whole) || whole == 0 ||
      (take(text, '.') && !take_fraction(text, number, fraction))) {
    return false;
  }
  int exponent = 0;
  if (take(text, 'e') || take(text, 'E')) {
    const bool down = take(text, '-');
    static_cast<void>(!down && take(text, '+'));
    std::int64_t size = 0;
    int digits = 0;
    if (!take_digits(text, size, digits) || digits == 0 || size > 30) {
      return false;
    }
    exponent = static_cast<int>(down ? -size : size);
  }
  exponent += static_cast<int>(decimals) - fraction;
  for (; exponent < -1; ++exponent) {
    number /= 10;
  }
  if (exponent < 0) {
    number = (number + 5) / 10;
    exponent = 0;
  }
  for (; exponent > 0 && number != 0; --exponent) {
    number *= 10;
    if (number > INT32_MAX) {
      return false;
    }
  }
  number = negative ? -number : number;
  if (!text.empty() || number < low || number > high) {
    return false;
  }
  count = static_cast<std::int32_t>(number);
  return true;
}

std::size_t find_choice(std::span<const std::string_view> choices, std::string_view text) {
  std::int32_t wanted = 0;
  const bool is_number = read_number(text, 6, INT32_MIN, INT32_MAX, wanted);
  for (std::size_t at = 0; at < choices.size(); ++at) {
    std::int32_t number = 0;
    if (choices[at] == text ||
        (is_number && read_number(choices[at], 6, INT32_MIN, INT32_MAX, number) && number == wanted)) {
      return at;
    }
  }
  return choices.size();
}

}  // namespace prometheus_express::sensors
