#include "prometheus_express/exposition/renderer.hpp"

#include <cstring>

namespace prometheus_express {

std::size_t Renderer::fill(std::span<char> out) {
  std::size_t written = 0;
  while (written < out.size() && (piece_size_ != 0 || next_piece())) {
    const std::size_t room = out.size() - written;
    const std::size_t size = piece_size_ < room ? piece_size_ : room;
    std::memcpy(out.data() + written, piece_, size);
    piece_ += size;
    piece_size_ = static_cast<std::uint16_t>(piece_size_ - size);
    written += size;
  }
  return written;
}

bool Renderer::next_piece() {
  if (value_size_ != 0) {
    piece_ = value_.data();
    piece_size_ = value_size_;
    value_size_ = 0;
    return true;
  }
  for (; !families_.empty(); families_ = families_.subspan(1)) {
    const PageFamily& family = families_.front();
    for (; block_ < family.blocks.size(); ++block_) {
      if (next_line(family, family.blocks[block_])) {
        return true;
      }
      stop_ = 0;
    }
    block_ = 0;
    series_ = 0;
  }
  return false;
}

bool Renderer::next_line(const PageFamily& family, const Block& block) {
  while (stop_ < block.stops.size()) {
    const std::uint16_t end = block.stops[stop_];
    // A line starts behind the mark and the line end of the one before it, the first one where the head ends.
    const std::uint16_t start =
        stop_ == 0 ? 0 : static_cast<std::uint16_t>(block.stops[stop_ - 1U] + (stop_ == 1 ? 0 : 2));
    if (stop_++ != 0) {
      value_size_ = static_cast<std::uint8_t>(read(family));
      if (value_size_ == 0) {
        continue;
      }
      value_[value_size_++] = '\n';
    } else if (end == 0) {
      continue;  // a block that goes on with a family has no head
    }
    piece_ = block.text + start;
    piece_size_ = static_cast<std::uint16_t>(end - start);
    return true;
  }
  return false;
}

std::size_t Renderer::read(const PageFamily& family) {
  const std::uint16_t series = series_++;
  if (family.read == nullptr) {
    return source_.functions[family.source](source_.application, series, value_);
  }
  return family.read(static_cast<const char*>(source_.metrics) + family.source, series, value_);
}

}  // namespace prometheus_express
