// A bus master's stream: requests in, replies out.
#pragma once

#include <optional>

#include "datagram.hpp"
#include "prometheus_express/ports/simulated_w5500/chip.hpp"
#include "prometheus_express/ports/spi_socket/protocol.hpp"

namespace prometheus_express::simulated_w5500 {

class SpiSession {
 public:
  explicit SpiSession(Chip& chip) : chip_(chip) {}

  /// Takes what has arrived and appends to `replies` what it comes to; false: it is no request, which ends the stream. `now` is
  /// of the clock that the waits for INTn go by.
  [[nodiscard]] bool take(std::span<const std::uint8_t> bytes, Microseconds now, Bytes& replies);

  /// Goes on with a wait for INTn and what is behind it.
  [[nodiscard]] bool run(Microseconds now, Bytes& replies);

  /// It waits for INTn.
  [[nodiscard]] bool is_waiting() const { return waits_until_.has_value(); }

  /// `quit` was among the control lines.
  [[nodiscard]] bool ends_the_program() const { return quits_; }

 private:
  bool carry_out(spi_socket::Operation operation, std::span<const std::uint8_t> payload, Microseconds now,
                 Bytes& replies);
  void end_wait(Microseconds now, Bytes& replies);
  static void reply(Bytes& replies, spi_socket::Operation operation, std::span<const std::uint8_t> payload);

  Chip& chip_;
  Bytes received_;
  std::optional<Microseconds> waits_until_;
  bool quits_ = false;
};

}  // namespace prometheus_express::simulated_w5500
