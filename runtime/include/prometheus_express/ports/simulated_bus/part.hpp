// A simulated part: it answers on a bus as its description in JSON says, and keeps a log of what was written to it.
//
//   auto part = make_part(R"({"kind": "reg16", "mem": {"0x00": "1400"}, "rw": ["0x01"]})");
//   part->set("0x00", "1900");                    // from now on it is 25 °C
#pragma once

#include <cstdint>
#include <memory>
#include <prometheus_express/ports/simulated_bus/simulated_bus_linked.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prometheus_express/bus/bus.hpp"

namespace prometheus_express::simulated {

using Bytes = std::vector<std::uint8_t>;

/// A write as the part saw it; without a register where the whole of it is a command.
struct Write {
  std::string reg;  // such as `0x5A`
  Bytes data;
};

class Part {
 public:
  Part() = default;
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  virtual ~Part() = default;

  /// A transfer on I2C: a write, a read, or both with a repeated start between.
  virtual bus::Outcome transfer(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) = 0;

  /// A chip-select window on SPI; both are as long as the window.
  virtual void window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) = 0;

  /// Changes what a register, a command (`0x2400` or `2400`) or an input reads as; `5/0x00`: the register where a
  /// selector of the model is 5. What is not there is ignored.
  virtual void set(std::string_view place, std::string_view hex) = 0;

  /// Loses its power: everything is as it was described.
  virtual void power_cycle() = 0;

  [[nodiscard]] const std::vector<Write>& writes() const { return writes_; }
  void forget_writes() { writes_.clear(); }

 protected:
  std::vector<Write> writes_;
};

/// A part of the kinds absent, reg8, reg16, cmd, spireg (whose `page` is the register that chooses the half of its
/// addresses with bit 4), stream, mcp3008, max1111 and stuck. It may begin in a state that an earlier program has left
/// (`left_over`, `powered_down`), which lasts until the part is told otherwise or loses its power, and what it reads may
/// depend on its configuration (`depends`). Throws std::invalid_argument where the JSON is none of them.
[[nodiscard]] std::unique_ptr<Part> make_part(std::string_view json);

}  // namespace prometheus_express::simulated
