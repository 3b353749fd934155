#include "prometheus_express/exposition/renderer.hpp"

#include "prometheus_express/base/copy_text.hpp"
#include "prometheus_express/exposition/label_text.hpp"

namespace prometheus_express {
namespace {

constexpr std::string_view quote = "\"";

}  // namespace

// The steps of a line are inlined: on a device their calls took as long as they did.

[[gnu::always_inline]] inline std::size_t Renderer::read_family(const PageFamily& family) {
  if (family.read == nullptr) {
    return source_.functions[family.source](source_.application, line_, snapshot_, value_);
  }
  return family.read(static_cast<const char*>(source_.metrics) + family.source, line_, snapshot_, value_);
}

[[gnu::always_inline]] inline bool Renderer::next_block(const PageFamily& family) {
  stop_ = nullptr;
  if (++block_ == family.blocks.data() + family.blocks.size()) {
    block_ = family.blocks.data();
    ++place_;
  }
  return place_ < family.places;
}

/// Takes the text up to the next mark; what stands before it is written.
[[gnu::always_inline]] inline void Renderer::take_segment(const PageFamily& family) {
  const char* const mark = block_->text + *stop_++;
  piece_ = {from_, static_cast<std::size_t>(mark - from_)};
  const bool value = family.holes == nullptr || hole_ == family.holes->count;
  next_ = value ? Next::value : Next::text;
  from_ = mark + (value ? 2 : 1);  // the value brings its line end
}

[[gnu::always_inline]] inline bool Renderer::start_line(const PageFamily& family) {
  if (block_ == nullptr) {
    block_ = family.blocks.data();
  }
  do {
    const Block& block = *block_;
    const std::uint16_t* const stops = block.stops.data();
    if (stop_ == nullptr) {
      from_ = block.text + (place_ == 0 ? 0 : stops[0]);
      stop_ = stops + 1;
    }
    while (stop_ != stops + block.stops.size()) {
      const std::size_t size = read_family(family);
      if (++line_.index == family.lines) {
        line_.index = 0;
        ++line_.child;
      }
      if (size != 0) {
        value_[size] = '\n';
        value_size_ = static_cast<std::uint8_t>(size + 1);
        hole_ = 0;
        take_segment(family);
        return true;
      }
      piece_ = {from_, from_ == block.text ? stops[0] : 0U};
      stop_ += family.holes == nullptr ? 1 : family.holes->count + 1;
      from_ = block.text + stop_[-1] + 2;
      if (!piece_.empty()) {
        return true;  // the head of a family stays, whichever of its lines are left out
      }
    }
  } while (next_block(family));
  return false;
}

void take_label(Renderer& renderer) {
  using Next = Renderer::Next;
  const PageFamily& family = renderer.families_.front();
  if (renderer.next_ == Next::text) {
    renderer.text_ = family.holes->text(renderer.source_, renderer.snapshot_, renderer.hole_++);
    renderer.piece_ = quote;
    renderer.next_ = Next::rest_of_text;
  } else if (renderer.next_ == Next::segment) {
    renderer.take_segment(family);
  } else if (!renderer.text_.empty()) {
    renderer.piece_ = take_escaped(renderer.text_);
  } else {
    renderer.piece_ = quote;
    renderer.next_ = Next::segment;
  }
}

[[gnu::always_inline]] inline bool Renderer::next_piece() {
  if (next_ == Next::value) {
    piece_ = {value_.data(), value_size_};
    next_ = Next::line;
    return true;
  }
  if (next_ != Next::line) {
    families_.front().holes->take(*this);
    return true;
  }
  for (; !families_.empty(); families_ = families_.subspan(1)) {
    if (start_line(families_.front())) {
      return true;
    }
    block_ = nullptr;
    line_ = {};
    place_ = 0;
  }
  return false;
}

std::size_t Renderer::fill(std::span<char> out) {
  char* at = out.data();
  char* const end = at + out.size();
  while (at != end && (!piece_.empty() || next_piece())) {
    const auto room = static_cast<std::size_t>(end - at);
    if (piece_.size() > room) {
      copy_text(at, piece_.data(), room);
      piece_.remove_prefix(room);
      return out.size();
    }
    at = copy_text(at, piece_.data(), piece_.size());
    piece_ = {};
    if (next_ == Next::value && static_cast<std::size_t>(end - at) >= value_size_ + copy_overrun) {
      // As most values are: without a piece of their own.
      at = copy_short_text(at, value_.data(), value_size_);
      next_ = Next::line;
    }
  }
  return static_cast<std::size_t>(at - out.data());
}

}  // namespace prometheus_express
