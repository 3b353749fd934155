#include "prometheus_express/exposition/renderer.hpp"

#include <cstring>

namespace prometheus_express {
namespace {

constexpr std::string_view quote = "\"";

}  // namespace

std::size_t Renderer::fill(std::span<char> out) {
  std::size_t written = 0;
  while (written < out.size() && (!piece_.empty() || next_piece())) {
    const std::size_t room = out.size() - written;
    const std::size_t size = piece_.size() < room ? piece_.size() : room;
    std::memcpy(out.data() + written, piece_.data(), size);
    piece_.remove_prefix(size);
    written += size;
  }
  return written;
}

bool Renderer::next_piece() {
  switch (next_) {
    case Next::value:
      piece_ = {value_.data(), value_size_};
      next_ = Next::line;
      return true;
    case Next::text:
      text_ = families_.front().holes->text(source_, snapshot_, hole_++);
      piece_ = quote;
      next_ = Next::rest_of_text;
      return true;
    case Next::rest_of_text:
      if (!text_.empty()) {
        piece_ = families_.front().holes->take(text_);
      } else {
        piece_ = quote;
        next_ = Next::segment;
      }
      return true;
    case Next::segment:
      take_segment(families_.front(), 1);
      return true;
    case Next::line:
      break;
  }
  for (; !families_.empty(); families_ = families_.subspan(1)) {
    if (start_line(families_.front())) {
      return true;
    }
    line_ = {};
    place_ = 0;
  }
  return false;
}

bool Renderer::start_line(const PageFamily& family) {
  do {
    const std::span<const std::uint16_t> stops = family.blocks[block_].stops;
    const std::uint16_t marks =
        static_cast<std::uint16_t>(family.holes == nullptr ? 1 : family.holes->count + 1);
    if (stop_ == 0) {
      stop_ = 1;
      if (place_ == 0 && stops[0] != 0) {
        piece_ = {family.blocks[block_].text, stops[0]};
        return true;
      }
    }
    while (stop_ < stops.size()) {
      value_size_ = static_cast<std::uint8_t>(read(family));
      if (++line_.index == family.lines) {
        line_.index = 0;
        ++line_.child;
      }
      if (value_size_ != 0) {
        value_[value_size_++] = '\n';
        hole_ = 0;
        // A line starts behind the mark and the line end of the one before it, the first one where the head ends.
        take_segment(family, stop_ == 1 ? 0 : 2);
        return true;
      }
      stop_ = static_cast<std::uint16_t>(stop_ + marks);
    }
  } while (next_block(family));
  return false;
}

bool Renderer::next_block(const PageFamily& family) {
  stop_ = 0;
  if (++block_ == family.blocks.size()) {
    block_ = 0;
    ++place_;
  }
  return place_ < family.places;
}

/// Takes the text from `skipped` characters behind the stop before, up to the next one.
void Renderer::take_segment(const PageFamily& family, std::size_t skipped) {
  const Block& block = family.blocks[block_];
  const std::size_t start = block.stops[stop_ - 1U] + skipped;
  piece_ = {block.text + start, block.stops[stop_] - start};
  ++stop_;
  next_ = family.holes != nullptr && hole_ < family.holes->count ? Next::text : Next::value;
}

std::size_t Renderer::read(const PageFamily& family) {
  if (family.read == nullptr) {
    return source_.functions[family.source](source_.application, line_, snapshot_, value_);
  }
  return family.read(static_cast<const char*>(source_.metrics) + family.source, line_, snapshot_, value_);
}

}  // namespace prometheus_express
