// The transmit side of a socket: where the driver writes, what was ordered, sent and acknowledged.
#pragma once

#include <string>

#include "context.hpp"
#include "torn_count.hpp"

namespace prometheus_express::simulated_w5500 {

class Transmitter {
 public:
  Transmitter(Context& context, unsigned number) : context_(context), number_(number) {}

  /// All pointers at that place, nothing on its way.
  void begin(std::uint16_t pointer);

  // What the driver does.
  void write_memory(std::uint16_t offset, std::uint8_t value);
  void write_pointer(bool high_byte, std::uint8_t value);
  [[nodiscard]] std::uint8_t read_pointer(bool high_byte);
  [[nodiscard]] std::uint8_t read_free(bool high_byte);
  [[nodiscard]] std::uint8_t read_sent(bool high_byte) const { return high_byte ? high(sent_) : low(sent_); }
  /// What a SEND now would do wrong.
  void check_send();
  /// SEND: up to the written pointer all may go out.
  void order();

  // What the network does.
  [[nodiscard]] std::size_t waiting() const { return sixteen(static_cast<unsigned>(ordered_ - sent_)); }
  [[nodiscard]] std::size_t unacknowledged() const {
    return sixteen(static_cast<unsigned>(ordered_ - acknowledged_));
  }
  /// Bytes that wait to be sent, at most `longest`.
  [[nodiscard]] Bytes next(std::size_t longest) const;
  void sent(std::size_t bytes) { sent_ = sixteen(static_cast<unsigned>(sent_ + bytes)); }
  /// All that was sent, but for the last `outstanding` bytes.
  void acknowledged_but(std::size_t outstanding) {
    acknowledged_ = sixteen(static_cast<unsigned>(sent_ - outstanding));
  }

 private:
  [[nodiscard]] unsigned size() const { return context_.transmit_memory.size(number_); }
  [[nodiscard]] std::uint16_t free() const {
    return sixteen(static_cast<unsigned>(size() - unacknowledged()));
  }

  Context& context_;
  unsigned number_;
  std::uint16_t acknowledged_ = 0;
  std::uint16_t sent_ = 0;     // Sn_TX_RD
  std::uint16_t ordered_ = 0;  // Sn_TX_WR as of the last SEND
  std::uint16_t written_ = 0;  // as the driver has written it
  TornCount free_read_;
};

}  // namespace prometheus_express::simulated_w5500
