// A chip-select window: address, control, data.
#include <algorithm>
#include <string>

#include "core.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr std::size_t frame_head = 3;
constexpr std::uint8_t link_up = 7;  // full duplex, 100 Mbit/s, link
constexpr std::uint8_t phy_runs = 0x80;
constexpr std::uint8_t phy_off = 6;  // OPMDC: power down
constexpr std::uint8_t soft_reset = 0x80;
constexpr unsigned longest_reset =
    1;  // window: the vendor's library reads MR once, and goes on whatever it says

}  // namespace

void Chip::Core::flip(std::span<std::uint8_t> bytes, double probability) {
  if (probability <= 0) {
    return;
  }
  for (std::uint8_t& byte : bytes) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      byte = static_cast<std::uint8_t>(byte ^ (context.chance(probability) ? 1U << bit : 0U));
    }
  }
}

void Chip::Core::window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  ++context.counts.windows;
  context.counts.spi_bytes += out.size();
  update_time();
  context.window_begins();
  settle();
  run_network();
  resetting_.window();
  for (Socket& socket : sockets_) {
    socket.window_begins();
  }
  if (context.faults.is_deaf(context.now)) {
    std::fill(in.begin(), in.end(), context.faults.deaf_miso);
    return;
  }
  Bytes heard(out.begin(), out.end());
  flip(heard, context.faults.flip_mosi);
  decode(heard, in);
  flip(in, context.faults.flip_miso);
  settle();
}

void Chip::Core::decode(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  constexpr std::uint8_t while_addressed[] = {1, 2, 3};
  std::fill(in.begin(), in.end(), std::uint8_t{0});
  if (out.size() <= frame_head) {
    std::copy_n(while_addressed, in.size(), in.begin());
    context.report(Severity::caution, -1, "gets a window without data");
    return;
  }
  while (out.size() > frame_head) {
    std::copy_n(while_addressed, frame_head, in.begin());
    const std::size_t length = decode_frame(out, in);
    out = out.subspan(length);
    in = in.subspan(length);
  }
  if (!out.empty()) {
    context.report(Severity::caution, -1, "gets a window that ends within a frame of fixed length");
  }
}

std::size_t Chip::Core::decode_frame(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  const unsigned block = out[2] >> 3U;
  const bool writes = (out[2] & 4U) != 0;
  const unsigned mode = out[2] & 3U;
  std::size_t length = out.size();
  if (mode != 0) {
    context.report(Severity::note, -1,
                   "is spoken to with fixed lengths, which are meant for a select that nobody switches");
    const std::size_t fixed = frame_head + (1U << (mode - 1));
    if (fixed > length) {
      context.report(Severity::caution, -1, "gets a window that ends within a frame of fixed length");
    }
    length = std::min(length, fixed);
  }
  auto offset = static_cast<std::uint16_t>(out[0] << 8U | out[1]);
  if (!may_be_accessed(offset, block, writes)) {
    return length;
  }
  for (std::size_t at = frame_head; at < length; ++at, offset = sixteen(offset + 1U)) {
    if (writes) {
      write(block, offset, out[at]);
    } else {
      in[at] = read(block, offset);
    }
  }
  return length;
}

bool Chip::Core::may_be_accessed(std::uint16_t offset, unsigned block, bool writes) {
  if (!reset_pin_ || context.now < ready_at_) {
    context.report(Severity::violation, -1, "is accessed too soon after a reset");
    return false;
  }
  if (resets_) {
    const bool asks = block == 0 && offset == common::mr && !writes;
    if (!asks) {
      context.report(Severity::violation, -1, "is accessed before MR says that the reset is over");
    }
    return asks;
  }
  if (block != 0 && block % 4 == 0) {
    context.report(Severity::violation, -1, "is accessed in the reserved block " + std::to_string(block));
    return false;
  }
  return true;
}

std::uint8_t Chip::Core::read(unsigned block, std::uint16_t offset) {
  if (block == 0) {
    return read_common(offset);
  }
  Socket& socket = sockets_[block / 4];
  switch (block % 4) {
    case 1:
      return socket.read(offset);
    case 2:
      return socket.read_transmit(offset);
    default:
      return socket.read_receive(offset);
  }
}

void Chip::Core::write(unsigned block, std::uint16_t offset, std::uint8_t value) {
  if (block == 0) {
    write_common(offset, value);
  } else if (block % 4 == 1) {
    sockets_[block / 4].write(offset, value);
  } else if (block % 4 == 2) {
    sockets_[block / 4].write_transmit(offset, value);
  } else {
    context.report(Severity::violation, block / 4, "writes into the memory of what is received");
  }
}

std::uint8_t Chip::Core::read_common(std::uint16_t offset) {
  const CommonRegisters& registers = context.common;
  if (offset == common::mr) {
    return static_cast<std::uint8_t>(registers.at(offset) | (resets_ ? soft_reset : 0U));
  }
  if (offset == common::sir) {
    return socket_events();
  }
  if (offset == common::phycfgr) {
    const std::uint8_t configuration = registers.at(offset) & 0xF8U;
    const bool works = (configuration & phy_runs) != 0 && (configuration >> 3U & 7U) != phy_off;
    return static_cast<std::uint8_t>(configuration | (works && context.faults.link ? link_up : 0U));
  }
  if (common::access(offset) == Access::reserved) {
    context.report(Severity::note, -1, "is read in a reserved common register");
    return 0;
  }
  return registers.at(offset);
}

void Chip::Core::write_common(std::uint16_t offset, std::uint8_t value) {
  CommonRegisters& registers = context.common;
  switch (common::access(offset)) {
    case Access::read_only:
      context.report(Severity::violation, -1, "is written in a common register that can only be read");
      return;
    case Access::reserved:
      context.report(Severity::violation, -1, "is written in a reserved common register");
      return;
    case Access::write_one_clears:
      registers.set(offset, static_cast<std::uint8_t>(registers.at(offset) & ~value));
      return;
    case Access::read_write:
    case Access::command:
      break;
  }
  if (offset == common::mr) {
    write_mode(value);
    return;
  }
  if (offset >= common::shar && offset < common::sipr) {
    context.was_reset_unnoticed = false;  // the driver configures the chip anew
  }
  registers.set(offset, value);
}

void Chip::Core::write_mode(std::uint8_t value) {
  if ((value & soft_reset) == 0) {
    context.common.set(common::mr, value);
    return;
  }
  reset();
  context.was_reset_unnoticed = false;
  resets_ = true;
  resetting_.begin(std::min(context.command_windows(), longest_reset), context.now);
}

}  // namespace prometheus_express::simulated_w5500
