// A W5500 without one: what a driver writes to its registers becomes sockets of this machine, on 127.0.0.1. It is strict: what
// the datasheet forbids is counted, what it leaves open is chosen (answers.hpp), what can go wrong is injected (`control`).
//
//   simulated_w5500::Chip chip{{.port_offset = 10000}};     // a bus, with the chip at its other end
//   …                                                       // a driver listens at port 80: curl http://127.0.0.1:10080/
//   chip.control("fault link down");
//   std::puts(chip.findings().text().c_str());
//
// Where it differs from the part, because the system's own TCP stands in its place: the system accepts up to 64 clients that come
// in a burst and resets those for whom no socket listens; it acknowledges some bytes more than the RX buffer holds; and while the
// link is down or a peer has vanished it goes on acknowledging what the peer sends, which the chip receives later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/simulated_w5500/counts.hpp"
#include "prometheus_express/ports/simulated_w5500/findings.hpp"
#include "prometheus_express/ports/simulated_w5500/options.hpp"

namespace prometheus_express::simulated_w5500 {

class Chip final : public bus::SpiInPieces {
 public:
  explicit Chip(Options options = {});
  ~Chip();

  /// A chip-select window as a bus carries it out, done at once. The mode and the clock are checked.
  bus::Outcome begin(const bus::Target& target, std::span<const std::uint8_t> out,
                     std::span<std::uint8_t> in) override;
  bus::Outcome begin_pieces(const bus::Target& target, std::span<const std::uint8_t> head,
                            std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override;

  /// A whole window: SCSn falls before the first byte and rises after the last. Both are of one length.
  void window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in);

  /// The mode and the clock of the bus, in hertz.
  void set_bus(std::uint8_t mode, std::uint32_t frequency);

  /// Drives RSTn; high at the start.
  void set_reset_pin(bool high);

  /// Whether INTn is asserted, which is low.
  [[nodiscard]] bool interrupts() const;

  /// Lets the network and the time go on while no window does.
  void run();

  /// A line of the control language, which README.md of the example w5500_chip lists; the answer's lines, the last of which begins
  /// with `ok` or `error`.
  std::string control(std::string_view line);

  /// The port of 127.0.0.1 that stands for one of the chip's; 0 while the system has not picked one.
  [[nodiscard]] std::uint16_t host_port(std::uint16_t port) const;

  [[nodiscard]] const Findings& findings() const;
  [[nodiscard]] const Counts& counts() const;

  /// Lines `name value` with all that was counted.
  [[nodiscard]] std::string summary() const;

 private:
  class Core;
  void carry_out(const bus::Target& target, std::span<const std::uint8_t> sent, std::size_t skipped,
                 std::span<std::uint8_t> in);
  std::unique_ptr<Core> core_;
};

}  // namespace prometheus_express::simulated_w5500
