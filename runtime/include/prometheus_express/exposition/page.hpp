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
// A label value that is known at run time only is an unquoted mark too: peer_bytes_total{peer=@} @
//
// Text format: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details", 0.0.4).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/metrics/snapshot.hpp"

namespace prometheus_express {

/// Version of the tables that generated code hands to this runtime. Generated code refuses any other.
inline constexpr unsigned table_format = 2;

/// Mark in a page's text: of a value as the last character of a sample line, of a label's value where its quotes would be.
inline constexpr char value_mark = '@';

/// Largest text of one block, since compilers bound the loops of constant evaluation. Longer families are
/// split.
inline constexpr std::size_t max_block_text = 32768;

/// Which line of a family: the series' number among the children, and the line among those of a child.
struct alignas(4) Line {  // one word, which is passed on as such
  std::uint16_t child = 0;
  std::uint16_t index = 0;
};

/// Writes the text of a line's value and returns its length; 0 means that the line is left out. `object` holds the
/// values; a type with several lines a child keeps what they share in `snapshot` from its first line on.
using ReadValue = std::size_t (*)(const void* object, Line line, Snapshot snapshot, NumberText& text);

/// A piece of a family's text. `stops` are offsets into it: where the first sample line starts, then the places of
/// each line's marks.
struct Block {
  const char* text;
  std::span<const std::uint16_t> stops;
};

struct Source;
class Renderer;

/// Has a renderer take what it writes next of a label's value. It is `take_label`.
using TakeLabel = void (*)(Renderer& renderer);

/// What fills the holes of a family's lines other than values: label values that are known at run time only. Pages
/// without such labels link no code for them.
struct TextHoles {
  std::uint16_t count;  // in each line
  std::string_view (*text)(const Source& source, Snapshot snapshot, std::size_t hole);
  TakeLabel take;
};

/// A metric family: its text and where its values are.
struct PageFamily {
  std::span<const Block> blocks;
  ReadValue read;            // of a stored family; nullptr if the application is asked
  std::uint32_t source;      // offset of the values in the metrics, or number of the application's function
  std::uint16_t lines = 1;   // of each child
  std::uint16_t places = 1;  // how often the lines are repeated: the places of an open family
  const TextHoles* holes = nullptr;  // of labels that are known at run time only
};

/// The families of one registry in the order of the page.
struct Page {
  std::span<const PageFamily> families;
};

/// A page with what several lines must agree on, such as a histogram's: its renderer needs memory for a snapshot.
struct PageWithSnapshot : Page {};

/// Where a page's values come from: the cells, and the application with one function for each metric that it
/// supplies itself.
struct Source {
  const void* metrics = nullptr;
  const void* application = nullptr;
  const ReadValue* functions = nullptr;
  const void* constant_labels = nullptr;
};

/// Never defined: to reach it ends the evaluation of `stops` with a compiler's message that shows `what`.
void page_text_error(const char* what);

/// The stops of a block's text with `lines` sample lines that have `holes` marks each beside that of the value. Does not
/// compile where the text has other numbers of them, a sample line without its mark, or no final newline.
template <std::size_t lines, std::size_t holes = 0, std::size_t size>
consteval std::array<std::uint16_t, lines*(holes + 1) + 1> stops(const char (&text)[size]) {
  static_assert(lines > 0, "a block holds one sample line or more");
  static_assert(size - 1 <= max_block_text, "split the text of a family into blocks of at most 32 KiB");
  std::array<std::uint16_t, lines*(holes + 1) + 1> found{};
  std::size_t next = 1;
  const auto add = [&](std::size_t place) {
    if (next == found.size()) {
      page_text_error("more marks than stated");
    }
    found[next++] = static_cast<std::uint16_t>(place);
  };
  bool head = true;
  bool quoted = false;
  for (std::size_t i = 0, start = 0; i < size - 1; ++i) {
    const bool comment = text[start] == '#';
    if (i == start) {
      if (comment && !head) {
        page_text_error("comment lines stand at the head of a block");
      }
      if (!comment && head) {
        found[0] = static_cast<std::uint16_t>(start);
        head = false;
      }
    }
    if (text[i] == '\n') {
      if (!comment && (text[i - 1] != value_mark || text[i - 2] != ' ')) {
        page_text_error("a sample line ends with the mark of its value");
      }
      start = i + 1;
    } else if (!comment) {
      if (quoted && text[i] == '\\') {
        ++i;  // an escape
      } else if (text[i] == '"') {
        quoted = !quoted;
      } else if (!quoted && text[i] == value_mark) {
        add(i);
      }
    }
  }
  if (text[size - 2] != '\n' || next != found.size()) {
    page_text_error("fewer marks than stated, or no final newline");
  }
  return found;
}

/// Bytes of a family's text when every series is present, the values of its lines (of one place of an open family) have
/// `values` characters together, and the label values of a line that are known at run time only `texts`, with quotes and
/// escapes.
constexpr std::size_t largest_text(const PageFamily& family, std::size_t values, std::size_t texts = 0) {
  const std::size_t holes = family.holes == nullptr ? 0 : family.holes->count;
  std::size_t head = 0;
  std::size_t place = values;
  // Pointers, because compilers bound the steps of an evaluation, and a call is several.
  const Block* const end = family.blocks.data() + family.blocks.size();
  for (const Block* block = family.blocks.data(); block != end; ++block) {
    const std::uint16_t* const stops = block->stops.data();
    const std::size_t marks = block->stops.size() - 1;
    head += stops[0];
    place += stops[marks] + 2U - stops[0] - marks + marks / (holes + 1) * texts;
  }
  return head + place * family.places;
}

/// The characters of a family that its text does not hold, as `largest_text` takes them.
struct LongestTexts {
  std::size_t values;
  std::size_t texts = 0;
};

/// Bytes of a page when every series is present; `longest` has an entry for each family.
constexpr std::size_t largest_page(std::span<const PageFamily> families,
                                   std::span<const LongestTexts> longest) {
  std::size_t size = 0;
  const LongestTexts* next = longest.data();
  const PageFamily* const end = families.data() + families.size();
  for (const PageFamily* family = families.data(); family != end; ++family, ++next) {
    size += largest_text(*family, next->values, next->texts);
  }
  return size;
}

/// Sample lines of a page when every series is present.
constexpr std::size_t series_of(std::span<const PageFamily> families) {
  std::size_t lines = 0;
  for (const PageFamily& family : families) {
    const std::size_t marks = family.holes == nullptr ? 1 : family.holes->count + std::size_t{1};
    for (const Block& block : family.blocks) {
      lines += (block.stops.size() - 1) / marks * family.places;
    }
  }
  return lines;
}

/// Bytes of flash that a page takes on a 32-bit device: its tables, and their text with a NUL behind each block.
constexpr std::size_t flash_of(std::span<const PageFamily> families) {
  constexpr std::size_t page_bytes = 8;
  constexpr std::size_t family_bytes = 24;
  constexpr std::size_t block_bytes = 12;
  static_assert(sizeof(void*) != 4 || (sizeof(Page) == page_bytes && sizeof(PageFamily) == family_bytes &&
                                       sizeof(Block) == block_bytes));
  std::size_t size = page_bytes + families.size() * family_bytes;
  for (const PageFamily& family : families) {
    for (const Block& block : family.blocks) {
      size += block_bytes + block.stops.size_bytes() + block.stops.back() +
              3U;  // its last mark, line end and NUL
    }
  }
  return size;
}

}  // namespace prometheus_express
