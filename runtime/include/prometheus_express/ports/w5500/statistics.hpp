// What happens to the chip and its sockets, counted for those who want to see it: schema/include/w5500.yaml has metrics for it.
#pragma once

#include <cstdint>

namespace prometheus_express::w5500 {

/// How the chip fares, worst last.
enum class Condition : std::uint8_t {
  running,   // configured; it answers
  starting,  // in reset, or not configured yet
  absent,    // it does not answer as a W5500 does: not there, no power, a broken wire; reset again and again
};

/// Since the program's start; each wraps at 2^32.
struct Statistics {
  std::uint32_t resets = 0;  // of the chip, the first one included
  std::uint32_t silences =
      0;  // resets because the chip did not answer as it should, or had forgotten its settings
  std::uint32_t stuck_commands = 0;     // that were not taken within their limit
  std::uint32_t doubtful_reads = 0;     // answers that cannot be: dropped, and asked for again
  std::uint32_t link_losses = 0;        // of the cable
  std::uint32_t address_conflicts = 0;  // others that were heard to use our address
  std::uint32_t clients = 0;            // that connected to us
  std::uint32_t exhausted =
      0;                   // moments since which no socket listened: the chip refuses clients then, unseen
  std::uint32_t lost = 0;  // connections that were reset or timed out
  std::uint32_t given_up = 0;  // connections whose peer did not end in time, closed by us
};

}  // namespace prometheus_express::w5500
