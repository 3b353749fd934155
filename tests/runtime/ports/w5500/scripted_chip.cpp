#include "scripted_chip.hpp"

#include <algorithm>
#include <utility>

namespace w5500_test {

using px::bus::Outcome;

namespace {

constexpr std::uint8_t closed = 0x00, init = 0x13, listen = 0x14, syn_sent = 0x15, syn_received = 0x16,
                       established = 0x17, fin_wait = 0x18, close_wait = 0x1C, last_ack = 0x1D, udp = 0x22;

std::string name(unsigned socket, const char* what) {
  return "socket " + std::to_string(socket) + ": " + what;
}

}  // namespace

ScriptedChip::ScriptedChip() { reset(); }

void ScriptedChip::reset() {
  const std::uint8_t phy = common_[0x2E] == 0 ? 0xBF : common_[0x2E];
  common_ = {};
  common_[0x19] = 0x07;
  common_[0x1A] = 0xD0;
  common_[0x1B] = 0x08;
  common_[0x2E] = phy;
  common_[0x39] = 0x04;
  for (Socket& socket : sockets_) {
    socket = Socket();
    socket.registers[0x1E] = socket.registers[0x1F] = 2;
    socket.registers[0x2C] = 0xFF;
    socket.registers[0x2D] = 0x40;
    socket.rx.resize(16384);
    socket.tx.resize(16384);
  }
}

void ScriptedChip::forgets_all() { reset(); }

Outcome ScriptedChip::begin(const px::bus::Target& target, std::span<const std::uint8_t> out,
                            std::span<std::uint8_t> in) {
  const std::vector<std::uint8_t> mosi(out.begin(), out.end());  // they may be the same memory
  if (in.empty()) {
    return begin_pieces(target, std::span(mosi).first(3), std::span(mosi).subspan(3), {});
  }
  require(out.size() == 3, "a read with more than its head");
  in[0] = 1, in[1] = 2, in[2] = 3;
  return begin_pieces(target, std::span(mosi).first(3), {}, in.subspan(3));
}

Outcome ScriptedChip::begin_pieces(const px::bus::Target& target, std::span<const std::uint8_t> head,
                                   std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  require(target.mode == 0 || target.mode == 3, "SPI mode (2.1)");
  require(polls_ == 0, "a transfer during another");
  if (fails) {
    return Outcome::failed;
  }
  if (never_ends) {
    return Outcome::pending;
  }
  require(head.size() == 3 && (out.empty() != in.empty()), "a window without data, or with both");
  require((head[2] & 3U) == 0, "fixed length data mode on a shared bus (2.4)");
  const bool write = (head[2] & 4U) != 0;
  require(write == in.empty(), "direction");
  window(head[2] >> 3U, head[0] * 256U + head[1], write, out, in);
  polls_ = pending_polls;
  return polls_ == 0 ? Outcome::ok : Outcome::pending;
}

Outcome ScriptedChip::poll() {
  if (never_ends || (polls_ != 0 && --polls_ != 0)) {
    return Outcome::pending;
  }
  return Outcome::ok;
}

void ScriptedChip::window(unsigned block, unsigned offset, bool write, std::span<const std::uint8_t> out,
                          std::span<std::uint8_t> in) {
  windows.push_back({block, offset, write, in.size(), {out.begin(), out.end()}});
  if (constant >= 0) {
    std::fill(in.begin(), in.end(), static_cast<std::uint8_t>(constant));
    return;
  }
  pass_commands();
  require(block == 0 || block % 4 != 0, "a reserved block (2.2.2)");
  const unsigned number = block / 4;
  for (unsigned at = 0; at < out.size(); ++at) {
    if (block == 0) {
      write_common(offset + at, out[at]);
    } else if (block % 4 == 1) {
      write_register(number, offset + at, out[at]);
    } else {
      require(block % 4 == 2, name(number, "write into received data"));
      const unsigned where = (offset + at) & 0xFFFFU;
      const unsigned ahead = (where - sockets_[number].told) & 0xFFFFU;
      require(ahead < free_space(number), name(number, "a write over what is not acknowledged"));
      sockets_[number].tx[where % size(number, true)] = out[at];
    }
  }
  for (unsigned at = 0; at < in.size(); ++at) {
    if (block == 0) {
      require(offset + at < 0x2F || offset + at == 0x39, "a reserved common register (3.1)");
      in[at] = common_[(offset + at) % 64];
      if (offset + at == 0x17) {
        in[at] = 0;
        for (unsigned socket = 0; socket < 8; ++socket) {
          in[at] =
              static_cast<std::uint8_t>(in[at] | (sockets_[socket].registers[2] != 0 ? 1U << socket : 0));
        }
      }
    } else if (block % 4 == 1) {
      in[at] = read_register(number, offset + at);
    } else {
      require(block % 4 == 3, name(number, "read of the data to send"));
      in[at] = sockets_[number].rx[(offset + at) % size(number, false)];
    }
  }
  if (disturb && !write) {
    disturb(block, offset, in);
  }
}

std::uint8_t ScriptedChip::read_register(unsigned socket, unsigned offset) {
  require(offset < 0x30 && offset != 0x14 && (offset < 0x17 || offset > 0x1D),
          name(socket, "a reserved register (3.2)"));
  Socket& of = sockets_[socket];
  put(socket, 0x20, free_space(socket));
  put(socket, 0x26, static_cast<std::uint16_t>(of.received - of.read));
  if (offset == 0x24 || offset == 0x25) {
    return static_cast<std::uint8_t>(offset == 0x24 ? of.told >> 8U : of.told);
  }
  return of.registers[offset % 64];
}

void ScriptedChip::write_common(unsigned offset, std::uint8_t value) {
  require(offset < 0x2F && offset != 0x17 && (offset < 0x28 || offset == 0x2E),
          "a read-only common register (3.1)");
  if (offset == 0 && (value & 0x80U) != 0) {
    reset();
  } else if (offset == 0x15) {
    common_[offset] = static_cast<std::uint8_t>(common_[offset] & ~value);
  } else {
    common_[offset % 64] = value;
  }
}

void ScriptedChip::write_register(unsigned socket, unsigned offset, std::uint8_t value) {
  Socket& of = sockets_[socket];
  const bool read_only = offset == 3 || offset == 0x14 || (offset >= 0x17 && offset <= 0x1D) ||
                         (offset >= 0x20 && offset <= 0x23) || (offset >= 0x26 && offset <= 0x27) ||
                         offset == 0x2A || offset == 0x2B || offset > 0x2F;
  require(!read_only, name(socket, "a read-only register (3.2)"));
  if (offset == 2) {
    of.registers[2] = static_cast<std::uint8_t>(of.registers[2] & ~value);
    return;
  }
  const bool before_open = offset == 0 || offset == 4 || offset == 5 || offset == 0x1E || offset == 0x1F;
  require(!before_open || of.registers[3] == closed, name(socket, "a setting after OPEN"));
  if (offset != 1) {
    of.registers[offset % 64] = value;
    if (offset == 0x1E || offset == 0x1F) {
      unsigned sum = 0;
      for (const Socket& each : sockets_) {
        sum += each.registers[offset];
      }
      require(sum <= 16, "more than 16 KiB (3.3)");
    }
    return;
  }
  require(of.registers[1] == 0, name(socket, "a command while another is under way (4.2)"));
  commands.push_back(std::to_string(socket) + ":" + std::to_string(value));
  of.registers[1] = of.command = value;
  of.left = command_windows;
  if (of.left == 0 && !stuck) {
    carry_out(socket);
  }
}

void ScriptedChip::pass_commands() {
  for (unsigned socket = 0; socket < 8; ++socket) {
    Socket& of = sockets_[socket];
    if (of.registers[1] != 0 && !stuck && of.left-- == 0) {
      carry_out(socket);
    }
  }
}

void ScriptedChip::carry_out(unsigned socket) {
  Socket& of = sockets_[socket];
  of.registers[1] = 0;
  std::uint8_t& state = of.registers[3];
  switch (of.command) {
    case 0x01:
      open(socket);
      return;
    case 0x02:
      require(state == init, name(socket, "LISTEN"));
      state = listen;
      return;
    case 0x04:
      require(state == init && of.registers[0x0C] != 0, name(socket, "CONNECT"));
      state = syn_sent;
      return;
    case 0x08:
      require(state == established || state == close_wait, name(socket, "DISCON"));
      require(free_space(socket) == size(socket, true), name(socket, "DISCON before all is acknowledged"));
      state = state == established ? fin_wait : last_ack;
      return;
    case 0x10:
      state = closed;
      return;
    case 0x20:
      send(socket);
      return;
    case 0x40:
      receive(socket);
      return;
    default:
      require(false, name(socket, "an unknown command"));
  }
}

void ScriptedChip::open(unsigned socket) {
  Socket& of = sockets_[socket];
  const unsigned protocol = of.registers[0] & 15U;
  require(of.registers[3] == closed, name(socket, "OPEN of an open one"));
  require(protocol == 1 || protocol == 2, name(socket, "OPEN without a mode"));
  require(common_[0x09] != 0, name(socket, "OPEN without a MAC address"));
  require(of.registers[2] == 0, name(socket, "OPEN with old events"));
  require(size(socket, true) != 0 && size(socket, false) != 0, name(socket, "OPEN without a buffer"));
  require(word(socket, 4) != 0, name(socket, "OPEN without a port"));
  of.registers[3] = protocol == 1 ? init : udp;
  connected(socket);
}

void ScriptedChip::send(unsigned socket) {
  Socket& of = sockets_[socket];
  const std::uint8_t state = of.registers[3];
  require(state == established || state == close_wait || state == udp, name(socket, "SEND"));
  const std::uint16_t to = static_cast<std::uint16_t>(of.registers[0x24] * 256U + of.registers[0x25]);
  require(static_cast<std::uint16_t>(to - of.told) <= free_space(socket),
          name(socket, "SEND of more than is free"));
  require(to != of.told, name(socket, "SEND of nothing"));
  for (std::uint16_t at = of.told; at != to; ++at) {
    of.sent += static_cast<char>(of.tx[at % size(socket, true)]);
  }
  of.told = to;
  if (acknowledges_at_once || state == udp) {
    acknowledges(socket);
  }
}

void ScriptedChip::receive(unsigned socket) {
  Socket& of = sockets_[socket];
  const std::uint16_t to = word(socket, 0x28);
  require(static_cast<std::uint16_t>(to - of.read) <= static_cast<std::uint16_t>(of.received - of.read),
          name(socket, "RECV beyond what was received"));
  require(to != of.read, name(socket, "RECV of nothing"));
  of.read = to;
}

void ScriptedChip::connected(unsigned socket) {
  Socket& of = sockets_[socket];
  pointer = static_cast<std::uint16_t>(pointer + 0x1234);
  of.told = of.acknowledged = pointer;
  of.read = of.received = static_cast<std::uint16_t>(pointer * 3U);
  put(socket, 0x24, of.told);
  put(socket, 0x28, of.read);
}

void ScriptedChip::client_connects(unsigned socket) {
  require(state(socket) == listen || state(socket) == syn_received, "the test: nobody listens");
  sockets_[socket].registers[3] = established;
  connected(socket);
  raise(socket, 0x01);
}

void ScriptedChip::client_connects_halfway(unsigned socket) { sockets_[socket].registers[3] = syn_received; }

void ScriptedChip::answers_syn(unsigned socket) {
  require(state(socket) == syn_sent, "the test: nobody connects");
  sockets_[socket].registers[3] = established;
  connected(socket);
  raise(socket, 0x01);
}

void ScriptedChip::receives(unsigned socket, const std::string& bytes) {
  Socket& of = sockets_[socket];
  require(static_cast<std::uint16_t>(of.received - of.read) + bytes.size() <= size(socket, false),
          "the test: no room for that");
  for (const char byte : bytes) {
    of.rx[of.received++ % size(socket, false)] = static_cast<std::uint8_t>(byte);
  }
  raise(socket, 0x04);
}

void ScriptedChip::receives_datagram(std::array<std::uint8_t, 4> address, unsigned port,
                                     const std::string& bytes) {
  for (unsigned socket = 0; socket < 8; ++socket) {
    if (state(socket) == udp) {
      std::string datagram(address.begin(), address.end());
      for (const unsigned number : {port, static_cast<unsigned>(bytes.size())}) {
        datagram += static_cast<char>(number >> 8U);
        datagram += static_cast<char>(number);
      }
      receives(socket, datagram + bytes);
      return;
    }
  }
  require(false, "the test: no socket for datagrams is open");
}

void ScriptedChip::peer_ends(unsigned socket) {
  std::uint8_t& state = sockets_[socket].registers[3];
  state = state == established ? close_wait : closed;
  raise(socket, 0x02);
}

void ScriptedChip::peer_resets(unsigned socket) { sockets_[socket].registers[3] = closed; }

void ScriptedChip::acknowledges(unsigned socket) {
  Socket& of = sockets_[socket];
  of.acknowledged = of.told;
  if (state(socket) == last_ack) {
    of.registers[3] = closed;
  }
  raise(socket, 0x10);
}

void ScriptedChip::times_out(unsigned socket) {
  if (state(socket) != udp) {
    sockets_[socket].registers[3] = closed;
  }
  raise(socket, 0x08);
}

std::string ScriptedChip::take_sent(unsigned socket) {
  return std::exchange(sockets_[socket].sent, std::string());
}

void ScriptedChip::raise(unsigned socket, std::uint8_t event) {
  sockets_[socket].registers[2] = static_cast<std::uint8_t>(sockets_[socket].registers[2] | event);
}

bool ScriptedChip::drive_reset(bool low) {
  if (rst_pin && !low) {
    reset();
  }
  return rst_pin;
}

bool ScriptedChip::is_interrupted() {
  if (!interrupt_pin) {
    return true;
  }
  return shows_interrupts && std::any_of(sockets_.begin(), sockets_.end(),
                                         [](const Socket& socket) { return socket.registers[2] != 0; });
}

std::uint16_t ScriptedChip::word(unsigned socket, unsigned offset) const {
  return static_cast<std::uint16_t>(at(socket, offset) * 256U + at(socket, offset + 1));
}

unsigned ScriptedChip::count_commands(std::uint8_t command) const {
  const std::string code = ":" + std::to_string(command);
  return static_cast<unsigned>(std::count_if(commands.begin(), commands.end(),
                                             [&](const std::string& text) { return text.ends_with(code); }));
}

void ScriptedChip::require(bool holds, const std::string& breach) {
  if (!holds) {
    breaches.push_back(breach);
  }
}

void ScriptedChip::put(unsigned socket, unsigned offset, unsigned value) {
  sockets_[socket].registers[offset] = static_cast<std::uint8_t>(value >> 8U);
  sockets_[socket].registers[offset + 1] = static_cast<std::uint8_t>(value);
}

unsigned ScriptedChip::size(unsigned socket, bool tx) const { return at(socket, tx ? 0x1F : 0x1E) * 1024U; }

unsigned ScriptedChip::free_space(unsigned socket) const {
  const Socket& of = sockets_[socket];
  return size(socket, true) - static_cast<std::uint16_t>(of.told - of.acknowledged);
}

}  // namespace w5500_test
