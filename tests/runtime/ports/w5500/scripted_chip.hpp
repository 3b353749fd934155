// A bus with the registers of a W5500 behind it, and a test in the place of the network: what peers do is told by the test, and
// what a driver may not do is written down. It is no model of the chip: it carries out commands by a table, and nothing
// happens by itself.
//
//   ScriptedChip chip;
//   …the driver listens with socket 0…
//   chip.client_connects(0);
//   chip.receives(0, "GET / HTTP/1.1\r\n\r\n");
//   …
//   EXPECT_EQ(chip.sent(0), "…");
//   EXPECT_EQ(chip.breaches, std::vector<std::string>{});
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/w5500/pins.hpp"

namespace w5500_test {

namespace px = prometheus_express;

/// One chip-select window, as it was on the wire.
struct Window {
  unsigned block = 0;
  unsigned offset = 0;
  bool write = false;
  std::size_t read = 0;             // bytes
  std::vector<std::uint8_t> bytes;  // written
};

class ScriptedChip final : public px::bus::SpiInPieces, public px::w5500::Pins {
 public:
  ScriptedChip();

  // The bus.
  px::bus::Outcome begin(const px::bus::Target& target, std::span<const std::uint8_t> out,
                         std::span<std::uint8_t> in) override;
  px::bus::Outcome begin_pieces(const px::bus::Target& target, std::span<const std::uint8_t> head,
                                std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override;
  px::bus::Outcome poll() override;
  void cancel() override { ++cancelled; }
  bool drive_reset(bool low) override;
  bool is_interrupted() override;

  // The network.
  void client_connects(unsigned socket);
  void client_connects_halfway(unsigned socket);  // SYNRECV
  void receives(unsigned socket, const std::string& bytes);
  void receives_datagram(std::array<std::uint8_t, 4> address, unsigned port, const std::string& bytes);
  void peer_ends(unsigned socket);    // FIN
  void peer_resets(unsigned socket);  // RST, without an event
  void acknowledges(unsigned socket);
  void times_out(unsigned socket);
  void answers_syn(unsigned socket);
  [[nodiscard]] std::string take_sent(unsigned socket);
  void forgets_all();  // a reset behind the driver's back

  [[nodiscard]] std::uint8_t state(unsigned socket) const { return at(socket, 3); }
  [[nodiscard]] std::uint8_t at(unsigned socket, unsigned offset) const {
    return sockets_[socket].registers[offset];
  }
  [[nodiscard]] std::uint16_t word(unsigned socket, unsigned offset) const;
  [[nodiscard]] const std::array<std::uint8_t, 64>& common() const { return common_; }
  [[nodiscard]] unsigned count_commands(std::uint8_t command) const;
  void set_link(bool up) { common_[0x2E] = static_cast<std::uint8_t>(up ? 0xBF : 0xB8); }
  void set_common(unsigned offset, std::uint8_t value) { common_[offset] = value; }
  void set_register(unsigned socket, unsigned offset, std::uint8_t value) {
    sockets_[socket].registers[offset] = value;
  }

  /// What the driver did wrong, by the sections of the datasheet.
  std::vector<std::string> breaches;
  std::vector<Window> windows;
  std::vector<std::string> commands;  // "socket:code"

  // How the chip behaves.
  unsigned command_windows = 0;  // for which a command stays in Sn_CR before it is carried out
  bool stuck = false;            // commands stay for ever
  int constant = -1;             // MISO, and nothing is heard
  bool fails = false;            // the bus
  unsigned pending_polls = 0;    // of the bus, for each transfer
  bool never_ends = false;       // a transfer
  unsigned cancelled = 0;
  bool acknowledges_at_once = true;
  std::uint16_t pointer = 0xFFF0;  // of buffers, when a connection is made; close to the wrap
  bool rst_pin = false;
  bool interrupt_pin = false;
  bool shows_interrupts = true;
  /// May change what is read: block, offset, bytes.
  std::function<void(unsigned, unsigned, std::span<std::uint8_t>)> disturb;

 private:
  struct Socket {
    std::array<std::uint8_t, 64> registers = {};
    std::vector<std::uint8_t> rx;
    std::vector<std::uint8_t> tx;
    std::uint16_t read = 0;      // as of the last RECV
    std::uint16_t received = 0;  // up to here
    std::uint16_t told = 0;      // Sn_TX_WR as of the last SEND
    std::uint16_t acknowledged = 0;
    std::uint8_t command = 0;
    unsigned left = 0;
    std::string sent;
  };

  void window(unsigned block, unsigned offset, bool write, std::span<const std::uint8_t> out,
              std::span<std::uint8_t> in);
  std::uint8_t read_register(unsigned socket, unsigned offset);
  void write_common(unsigned offset, std::uint8_t value);
  void write_register(unsigned socket, unsigned offset, std::uint8_t value);
  void pass_commands();
  void carry_out(unsigned socket);
  void open(unsigned socket);
  void send(unsigned socket);
  void receive(unsigned socket);
  void connected(unsigned socket);
  void raise(unsigned socket, std::uint8_t event);
  void require(bool holds, const std::string& breach);
  void put(unsigned socket, unsigned offset, unsigned value);
  [[nodiscard]] unsigned size(unsigned socket, bool tx) const;
  [[nodiscard]] unsigned free_space(unsigned socket) const;
  void reset();

  std::array<std::uint8_t, 64> common_ = {};
  std::array<Socket, 8> sockets_;
  unsigned polls_ = 0;
};

}  // namespace w5500_test
