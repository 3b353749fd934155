// A page is the exposition text with a hole for each value, finished at build time. The generator writes one
// readable literal a family, in which a final `@` of a sample line marks the place of its value:
//
//   constexpr char temperature_text[] = R"(# HELP temperature_celsius Air temperature
//   # TYPE temperature_celsius gauge
//   temperature_celsius{sensor="bme680"} @
//   temperature_celsius{sensor="si7021"} @
//   )";
//   constexpr auto temperature_stops = stops<2>(temperature_text);
//
// Text format: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details", 0.0.4).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/number_text.hpp"

namespace prometheus_express {

/// Version of the tables that generated code hands to this runtime. Generated code refuses any other.
inline constexpr unsigned table_format = 1;

/// Mark of a value in a page's text: the last character of a sample line.
inline constexpr char value_mark = '@';

/// Largest text of one block, since compilers bound the loops of constant evaluation. Longer families are
/// split.
inline constexpr std::size_t max_block_text = 32768;

/// Reads the current value of series number `series` of the object and writes its text. Returns the length; 0
/// means that the series is absent and its line is left out.
using ReadValue = std::size_t (*)(const void* object, std::size_t series, NumberText& text);

/// A piece of a family's text. `stops` are offsets into it: where the first sample line starts, then the
/// place of each line's mark.
struct Block {
  const char* text;
  std::span<const std::uint16_t> stops;
};

/// A metric family: its text and where its values are.
struct PageFamily {
  std::span<const Block> blocks;
  ReadValue read;        // of a stored family; nullptr if the application is asked
  std::uint32_t source;  // offset of the first series in the metrics, or number of the application's function
};

/// The families of one registry in the order of the page.
struct Page {
  std::span<const PageFamily> families;
};

/// Where a page's values come from: the cells, and the application with one function for each metric that it
/// supplies itself.
struct Source {
  const void* metrics = nullptr;
  const void* application = nullptr;
  const ReadValue* functions = nullptr;
};

/// Never defined: to reach it ends the evaluation of `stops` with a compiler's message that shows `what`.
void page_text_error(const char* what);

/// The stops of a block's text with `lines` sample lines. Does not compile where the text has another number
/// of them, a sample line without its mark, or no final newline.
template <std::size_t lines, std::size_t size>
consteval std::array<std::uint16_t, lines + 1> stops(const char (&text)[size]) {
  static_assert(lines > 0, "a block holds one sample line or more");
  static_assert(size - 1 <= max_block_text, "split the text of a family into blocks of at most 32 KiB");
  std::array<std::uint16_t, lines + 1> found{};
  std::size_t line = 0;
  bool head = true;
  for (std::size_t start = 0; start < size - 1;) {
    std::size_t end = start;
    while (text[end] != '\n') {
      if (++end == size - 1) {
        page_text_error("a block's text ends with a newline");
      }
    }
    if (text[start] == '#') {
      if (!head) {
        page_text_error("comment lines stand at the head of a block");
      }
    } else {
      if (head) {
        found[0] = static_cast<std::uint16_t>(start);
      }
      head = false;
      if (text[end - 1] != value_mark) {
        page_text_error("a sample line ends with the mark of its value");
      }
      if (line == lines) {
        page_text_error("more sample lines than stated");
      }
      found[++line] = static_cast<std::uint16_t>(end - 1);
    }
    start = end + 1;
  }
  if (line != lines) {
    page_text_error("fewer sample lines than stated");
  }
  return found;
}

/// Bytes of a family's text when every series is present and no value is longer than `value_size`.
constexpr std::size_t largest_text(std::span<const Block> blocks, std::size_t value_size) {
  std::size_t total = 0;
  for (const Block& block : blocks) {
    const std::size_t lines = block.stops.size() - 1;
    total += block.stops.back() + 2U + lines * (value_size - 1U);  // to the last newline, values for marks
  }
  return total;
}

}  // namespace prometheus_express
