#include "hand_driver.hpp"

#include <unistd.h>

#include <utility>

namespace hand {
namespace {

constexpr Microseconds turn = 20;
constexpr unsigned brisk = 500;  // turns; each of the later ones leaves the system a millisecond

Options with_clock(Options options, const Microseconds& time) {
  options.clock = [&time] { return time; };
  options.ports[http_port] = 0;
  return options;
}

}  // namespace

Driver::Driver(Options options) : chip(with_clock(std::move(options), time)) {}

Bytes Driver::read(unsigned block, unsigned offset, std::size_t length) {
  Bytes out = {static_cast<std::uint8_t>(offset >> 8U & 0xFFU), static_cast<std::uint8_t>(offset & 0xFFU),
               static_cast<std::uint8_t>(block << 3U)};
  out.resize(3 + length, 0);
  Bytes in(out.size());
  chip.window(out, in);
  time += 2;
  return {in.begin() + 3, in.end()};
}

void Driver::write(unsigned block, unsigned offset, const Bytes& bytes) {
  Bytes out = {static_cast<std::uint8_t>(offset >> 8U & 0xFFU), static_cast<std::uint8_t>(offset & 0xFFU),
               static_cast<std::uint8_t>(block << 3U | 4U)};
  out.insert(out.end(), bytes.begin(), bytes.end());
  Bytes in(out.size());
  chip.window(out, in);
  time += 2;
}

unsigned Driver::read16(unsigned block, unsigned offset) {
  const Bytes bytes = read(block, offset, 2);
  return static_cast<unsigned>(bytes[0] << 8U | bytes[1]);
}

void Driver::write16(unsigned block, unsigned offset, unsigned value) {
  write(block, offset,
        {static_cast<std::uint8_t>(value >> 8U & 0xFFU), static_cast<std::uint8_t>(value & 0xFFU)});
}

void Driver::configure() {
  write(common, 0x01, {192, 168, 1, 1});
  write(common, 0x05, {255, 255, 255, 0});
  write(common, 0x09, {2, 0, 0, 1, 2, 3});
  write(common, 0x0F, {192, 168, 1, 50});
}

void Driver::order(unsigned socket, std::uint8_t command) {
  write8(registers(socket), cr, command);
  for (unsigned reads = 0; read8(registers(socket), cr) != 0; ++reads) {
    ASSERT_LT(reads, 100U) << "the command stays in Sn_CR";
  }
}

void Driver::listen_at(unsigned socket, std::uint16_t chip_port) {
  write8(registers(socket), mr, 1);
  write16(registers(socket), port, chip_port);
  order(socket, open);
  order(socket, listen);
}

void Driver::establish(unsigned socket, Peer& peer) {
  listen_at(socket);
  peer.connect(host_port());
  ASSERT_TRUE(until([&] { return state(socket) == established; }));
  write8(registers(socket), ir, 0x1F);
}

void Driver::open_udp(unsigned socket, std::uint16_t chip_port) {
  write8(registers(socket), mr, 2);
  write16(registers(socket), port, chip_port);
  order(socket, open);
}

void Driver::send_text(unsigned socket, std::string_view text) {
  const unsigned pointer = read16(registers(socket), tx_wr);
  write(transmit(socket), pointer, {text.begin(), text.end()});
  write16(registers(socket), tx_wr, static_cast<unsigned>(pointer + text.size()));
  order(socket, send);
}

std::string Driver::receive_text(unsigned socket) {
  const unsigned size = read16(registers(socket), rx_rsr);
  if (size == 0) {
    return "";
  }
  const unsigned pointer = read16(registers(socket), rx_rd);
  const Bytes bytes = read(receive(socket), pointer, size);
  write16(registers(socket), rx_rd, pointer + size);
  order(socket, recv);
  return {bytes.begin(), bytes.end()};
}

bool Driver::until(const std::function<bool()>& done, unsigned turns) {
  for (unsigned number = 0; number < turns; ++number) {
    chip.run();
    if (done()) {
      return true;
    }
    time += turn;
    if (number > brisk) {
      ::usleep(1000);
    }
  }
  return false;
}

void Driver::pass(Microseconds span) {
  time += span;
  chip.run();
}

unsigned Driver::found(Severity severity, std::string_view words) {
  unsigned times = 0;
  for (const Finding& finding : chip.findings().list()) {
    const bool said = finding.severity == severity && finding.sentence.find(words) != std::string::npos;
    times += said ? finding.times : 0;
  }
  return times;
}

}  // namespace hand
