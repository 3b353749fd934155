#pragma once

#include <array>
#include <cstddef>

#include "prometheus_express/exposition/renderer.hpp"
#include "semihosting.hpp"

namespace prometheus_express::target {

// Renders the page to standard output through a buffer much smaller than it.
inline void write_page(const Page& page, const Source& source) {
  Renderer renderer(page, source);
  std::array<char, 64> buffer;
  while (const std::size_t size = renderer.fill(buffer)) {
    write({buffer.data(), size});
  }
}

}  // namespace prometheus_express::target
