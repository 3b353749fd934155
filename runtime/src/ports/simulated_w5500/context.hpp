// What the parts of one chip share.
#pragma once

#include <deque>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "buffer_memory.hpp"
#include "common_registers.hpp"
#include "datagram.hpp"
#include "faults.hpp"
#include "ghosts.hpp"
#include "listeners.hpp"
#include "prometheus_express/ports/simulated_w5500/counts.hpp"

namespace prometheus_express::simulated_w5500 {

struct Context {
  explicit Context(Options given) : options(std::move(given)), random(options.seed), listeners(options) {}
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Options options;
  std::mt19937 random;
  Findings findings;
  Faults faults;
  Listeners listeners;
  Ghosts ghosts;
  CommonRegisters common;
  BufferMemory transmit_memory;
  BufferMemory receive_memory;
  Counts counts;
  std::array<State, sockets> states = {};
  std::deque<Datagram> arriving;  // from the network to the chip's UDP sockets
  Microseconds now = 0;
  /// Until then nothing is the driver's fault, because a fault that was injected may have misled it.
  Microseconds excused_until = 0;
  /// The chip was reset behind the driver's back, and the driver has not configured it since.
  bool was_reset_unnoticed = false;

  void window_begins() { reported_.clear(); }

  /// At most once a window for the same sentence.
  void report(Severity severity, int socket, const std::string& sentence);
  void report(Severity severity, unsigned socket, const std::string& sentence) {
    report(severity, static_cast<int>(socket), sentence);
  }

  [[nodiscard]] unsigned command_windows();
  [[nodiscard]] std::uint16_t starting_pointer();
  [[nodiscard]] bool chance(double probability) {
    return probability > 0 && std::uniform_real_distribution<>(0, 1)(random) < probability;
  }

 private:
  std::vector<std::pair<int, std::string>> reported_;
};

}  // namespace prometheus_express::simulated_w5500
