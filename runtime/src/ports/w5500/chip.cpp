#include "prometheus_express/ports/w5500/chip.hpp"

#include <algorithm>
#include <array>

namespace prometheus_express::w5500 {

bool Chip::read(Block block, std::uint16_t offset, std::span<std::uint8_t> into) {
  return transfer(block, offset, {}, into);
}

bool Chip::write(Block block, std::uint16_t offset, std::span<const std::uint8_t> bytes) {
  return transfer(block, offset, bytes, {});
}

bool Chip::write8(Block block, std::uint16_t offset, std::uint8_t value) {
  return write(block, offset, std::span(&value, 1));
}

bool Chip::write16(Block block, std::uint16_t offset, std::uint16_t value) {
  const std::array<std::uint8_t, 2> bytes = {static_cast<std::uint8_t>(value >> 8U),
                                             static_cast<std::uint8_t>(value)};
  return write(block, offset, bytes);
}

std::uint32_t Chip::read_steady16(Block block, std::uint16_t offset) {
  std::uint32_t before = unread;
  for (unsigned attempt = 0; attempt < tries; ++attempt) {
    std::array<std::uint8_t, 2> bytes = {};
    if (!read(block, offset, bytes)) {
      return unread;
    }
    const std::uint32_t value = (std::uint32_t{bytes[0]} << 8U) | bytes[1];
    if (value == before) {
      return value;
    }
    before = value;
  }
  return unread;
}

bool Chip::transfer(Block block, std::uint16_t offset, std::span<const std::uint8_t> out,
                    std::span<std::uint8_t> in) {
  const Access access = in.empty() ? Access::write : Access::read;
  if (pieces_ != nullptr) {
    const Head first = head(block, offset, access);
    return finish(pieces_->begin_pieces(target_, first, out, in), first.size() + out.size() + in.size());
  }
  while (!out.empty() || !in.empty()) {
    const std::size_t size = std::min(std::max(out.size(), in.size()), largest_copy);
    if (!copy_window(head(block, offset, access), out.first(std::min(size, out.size())),
                     in.first(std::min(size, in.size())))) {
      return false;
    }
    out = out.subspan(std::min(size, out.size()));
    in = in.subspan(std::min(size, in.size()));
    offset = static_cast<std::uint16_t>(offset + size);
  }
  return true;
}

/// One window of a bus that knows no pieces. Not inlined, so that its buffer is on the stack only while it is needed.
[[gnu::noinline]] bool Chip::copy_window(const Head& head, std::span<const std::uint8_t> out,
                                         std::span<std::uint8_t> in) {
  std::array<std::uint8_t, std::tuple_size_v<Head> + largest_copy> window;
  const std::size_t size = head.size() + out.size() + in.size();
  std::copy(head.begin(), head.end(), window.begin());
  std::copy(out.begin(), out.end(), window.begin() + head.size());
  // What is read comes to the same place; behind a head that is to be read, the bus sends zeros.
  const std::span<std::uint8_t> all = std::span(window).first(size);
  const bus::Outcome outcome =
      spi_.begin(target_, all.first(head.size() + out.size()), in.empty() ? std::span<std::uint8_t>() : all);
  if (!finish(outcome, size)) {
    return false;
  }
  std::copy_n(window.begin() + head.size(), in.size(), in.begin());
  return true;
}

bool Chip::finish(bus::Outcome outcome, std::size_t bytes) {
  std::uint32_t left = longest_wait + wait_a_byte * static_cast<std::uint32_t>(bytes);
  while (outcome == bus::Outcome::pending && left != 0) {
    outcome = spi_.poll();
    --left;
  }
  if (outcome == bus::Outcome::pending) {
    spi_.cancel();
  }
  if (outcome != bus::Outcome::ok) {
    ++bus_failures_;
  }
  return outcome == bus::Outcome::ok;
}

}  // namespace prometheus_express::w5500
