// The input is what the values of a page are, and the sizes of the buffers that it is rendered into. The page is the
// same as written line by line, in every split.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demand.hpp"
#include "prometheus_express/exposition/renderer.hpp"

namespace {

using namespace prometheus_express;

constexpr std::size_t series_count = 7;

// A family in two blocks, the second without a head; one with a head alone when its series is absent; a supplied one.
constexpr char stored_text[] = "# HELP a A\n# TYPE a gauge\na{b=\"@ 1\"} @\na{b=\"\\\"\"} @\na @\n";
constexpr char more_text[] = "a{b=\"3\"} @\na{b=\"4\"} @\n";
constexpr char bare_text[] = "c @\n";
constexpr char supplied_text[] = "# TYPE d counter\nd @\n";
constexpr auto stored_stops = stops<3>(stored_text);
constexpr auto more_stops = stops<2>(more_text);
constexpr auto bare_stops = stops<1>(bare_text);
constexpr auto supplied_stops = stops<1>(supplied_text);
constexpr Block stored_blocks[] = {{stored_text, stored_stops}, {more_text, more_stops}};
constexpr Block bare_blocks[] = {{bare_text, bare_stops}};
constexpr Block supplied_blocks[] = {{supplied_text, supplied_stops}};

struct Value {
  std::array<char, std::tuple_size_v<NumberText>> text;
  std::size_t size;
};
using Values = std::array<Value, series_count>;

std::size_t read(const void* first, std::size_t series, NumberText& text) {
  const Value& value = static_cast<const Value*>(first)[series];
  std::copy_n(value.text.begin(), value.size, text.begin());
  return value.size;
}

std::size_t supply(const void* application, std::size_t series, NumberText& text) {
  return read(&static_cast<const Values*>(application)->at(6), series, text);
}

constexpr PageFamily families[] = {
    {stored_blocks, read, 0}, {bare_blocks, read, 5 * sizeof(Value)}, {supplied_blocks, nullptr, 0}};
constexpr Page page = {families};
constexpr ReadValue functions[] = {supply};

/// The page as a person would write it.
std::string expected(const Values& values) {
  std::string text;
  std::size_t series = 0;
  for (const std::string_view part : {stored_text, more_text, bare_text, supplied_text}) {
    for (std::size_t start = 0; start < part.size();) {
      const std::size_t end = part.find('\n', start);
      const std::string_view line = part.substr(start, end - start);
      start = end + 1;
      if (line.front() == '#') {
        text += std::string(line) + "\n";
      } else if (const Value& value = values[series++]; value.size != 0) {
        text += std::string(line.substr(0, line.size() - 1)) + std::string(value.text.data(), value.size) + "\n";
      }
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::span<const std::uint8_t> rest(data, size);
  const auto next = [&] {
    const std::uint8_t byte = rest.empty() ? 0 : rest.front();
    rest = rest.subspan(rest.empty() ? 0 : 1);
    return byte;
  };
  Values values{};
  for (Value& value : values) {
    value.size = next() % value.text.size();  // the renderer adds a line end
    std::generate_n(value.text.begin(), value.size, [&] { return static_cast<char>(next()); });
  }
  const std::string whole = expected(values);
  Renderer renderer(page, {.metrics = values.data(), .application = &values, .functions = functions});
  std::string text;
  for (;;) {
    std::vector<char> out(next() % 64U + 1U);
    const std::size_t written = renderer.fill(out);
    text.append(out.data(), written);
    demand(written == out.size() || renderer.done(), "a buffer is filled but for the last", text);
    if (written == 0) {
      break;
    }
    demand(text.size() <= whole.size(), "a page ends", text);
  }
  demand(text == whole, "a page is the same in every split", whole + "\nbut\n" + text);
  return 0;
}
