// Writes a page into whatever room there is, and goes on exactly where it stopped.
//
//   Renderer renderer(page, source);
//   while (std::size_t size = renderer.fill(buffer)) { send(buffer.data(), size); }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/exposition/page.hpp"

namespace prometheus_express {

class Renderer {
 public:
  /// Renders nothing.
  constexpr Renderer() = default;

  /// Starts at the page's first byte. The page's tables and what the source points to must outlive the
  /// rendering.
  constexpr Renderer(const Page& page, const Source& source) : families_(page.families), source_(source) {}

  /// Writes the next bytes of the page into `out`, of one byte or more, and returns how many: all that fit,
  /// less only at the page's end, and 0 once it is complete. Each series is read once, when its line starts:
  /// its presence and its value are of that moment.
  [[nodiscard]] std::size_t fill(std::span<char> out);

  /// True once every byte was written.
  [[nodiscard]] constexpr bool done() const {
    return piece_size_ == 0 && value_size_ == 0 && families_.empty();
  }

 private:
  bool next_piece();
  bool next_line(const PageFamily& family, const Block& block);
  std::size_t read(const PageFamily& family);

  std::span<const PageFamily> families_;  // those not finished, the current one first
  Source source_;
  const char* piece_ = nullptr;  // what is being copied: text of a block, or the value
  std::uint16_t piece_size_ = 0;
  std::uint16_t block_ = 0;   // of the family
  std::uint16_t stop_ = 0;    // of the block
  std::uint16_t series_ = 0;  // of the family
  std::uint8_t value_size_ = 0;
  NumberText value_{};  // with its line end
};

}  // namespace prometheus_express
