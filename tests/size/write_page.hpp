#pragma once

#include <array>
#include <cstddef>

#include "prometheus_express/exposition/renderer.hpp"
#include "semihosting.hpp"

namespace prometheus_express::target {

// Renders the page to standard output through a buffer much smaller than it, with a snapshot of the size that the generated
// code states.
inline void write_page(const Page& page, const Source& source, Snapshot snapshot = nullptr) {
  Renderer renderer(page, source, snapshot);
  std::array<char, 64> buffer;
  while (const std::size_t size = renderer.fill(buffer)) {
    write({buffer.data(), size});
  }
}

}  // namespace prometheus_express::target
