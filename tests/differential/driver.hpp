// What the programs that test_differential.py writes have in common.
#pragma once

#include <cstdio>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prometheus_express/exposition/renderer.hpp"

namespace driver {

namespace px = prometheus_express;

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A value that the compiler cannot know.
template <class Value>
[[gnu::noinline]] Value opaque(Value value) {
  volatile Value hidden = value;
  return hidden;
}

/// Writes `page NAME SIZE`, a line end and the page, which is rendered into a buffer of `room` bytes.
inline void show(const char* name, const px::Page& page, const px::Source& source, std::size_t snapshot_bytes,
                 std::size_t room) {
  std::vector<double> snapshot(snapshot_bytes / sizeof(double) + 1);  // aligned for 64-bit numbers
  px::Renderer renderer(page, source, reinterpret_cast<px::Snapshot>(snapshot.data()));
  std::vector<char> buffer(room);
  std::string text;
  while (const std::size_t size = renderer.fill(buffer)) {
    text.append(buffer.data(), size);
  }
  std::printf("page %s %zu\n", name, text.size());
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace driver
