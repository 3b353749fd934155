#include "faults.hpp"

#include <cstdlib>
#include <string>

#include "numbers.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

using Words = std::vector<std::string_view>;

bool read_probability(std::string_view word, double& probability) {
  const std::string text(word);  // LLVM's library before 20 has no from_chars of a double
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const bool fits = !text.empty() && end == text.c_str() + text.size() && number >= 0 && number <= 1;
  probability = fits ? number : probability;
  return fits;
}

/// Calls `apply` for the sockets that the word names, -1 being all.
template <typename Apply>
bool each_socket(std::string_view word, Apply apply) {
  const auto number = read_number<int>(word);
  if (!number || *number < -1 || *number >= static_cast<int>(sockets)) {
    return false;
  }
  for (unsigned socket = 0; socket < sockets; ++socket) {
    if (*number < 0 || socket == static_cast<unsigned>(*number)) {
      apply(socket);
    }
  }
  return true;
}

}  // namespace

bool Faults::set(const Words& words, Microseconds now) {
  const std::string_view kind = words.empty() ? "" : words[0];
  const auto milliseconds = words.size() == 3 ? read_number<std::uint32_t>(words[2]) : std::nullopt;
  const Microseconds until = now + milliseconds.value_or(0) * Microseconds{1000};
  if (kind == "stuck" && milliseconds) {
    return each_socket(words[1], [&](unsigned socket) { stuck_until[socket] = until; });
  }
  if (kind == "stall" && milliseconds) {
    return each_socket(words[1], [&](unsigned socket) { stalled_until[socket] = until; });
  }
  if (kind == "vanish" && words.size() == 3 && (words[2] == "on" || words[2] == "off")) {
    return each_socket(words[1], [&](unsigned socket) { vanished[socket] = words[2] == "on"; });
  }
  if ((kind == "dead" || kind == "unpowered") && milliseconds && (words[1] == "00" || words[1] == "ff")) {
    deaf_until = until;
    deaf_miso = words[1] == "ff" ? 0xFF : 0x00;
    return true;
  }
  if (kind == "flip" && words.size() == 3) {
    return read_probability(words[1], flip_mosi) && read_probability(words[2], flip_miso);
  }
  if (kind == "tear" && words.size() == 2) {
    return read_probability(words[1], tear);
  }
  if (kind == "link" && words.size() == 2 && (words[1] == "up" || words[1] == "down")) {
    link = words[1] == "up";
    return true;
  }
  if (kind == "lose-int" && words.size() == 2) {
    const auto number = read_number<unsigned>(words[1]);
    lose_interrupts = number.value_or(0);
    return number.has_value();
  }
  if (kind == "none" && words.size() == 1) {
    *this = {};
    return true;
  }
  return false;
}

}  // namespace prometheus_express::simulated_w5500
