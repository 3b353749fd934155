// The input is what a client sends. However it is split, the parser reads the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demand.hpp"
#include "reading.hpp"

namespace {

using prometheus_express::http::Reading;

/// Portions between one byte and `largest`, drawn from the input itself so that a finding repeats.
std::string read(std::string_view input, std::size_t largest) {
  std::uint32_t random = 2166136261U;  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  for (const char c : input) {
    random = (random ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  Reading reading;
  while (!input.empty()) {
    random = random * 1664525U + 1013904223U;
    const std::size_t size = std::min(input.size(), std::size_t{1} + (random >> 8U) % largest);
    // In memory of its own, where the sanitizer sees a step beyond the portion or a look back at an earlier one.
    const std::vector<char> portion(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(size));
    reading.feed({portion.data(), size});
    input.remove_prefix(size);
  }
  return reading.text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string whole = Reading().feed(input).text;
  for (const std::size_t largest : {1U, 3U, 40U}) {
    const std::string split = read(input, largest);
    demand(split == whole, "a split does not change what is read", whole + "\nbut\n" + split);
  }
  return 0;
}
