// The receive side of a socket: what has arrived, and what the driver has given back.
#pragma once

#include <span>

#include "context.hpp"
#include "torn_count.hpp"

namespace prometheus_express::simulated_w5500 {

class Receiver {
 public:
  Receiver(Context& context, unsigned number) : context_(context), number_(number) {}

  void begin(std::uint16_t pointer);

  // What the driver does.
  void write_pointer(bool high_byte, std::uint8_t value);
  [[nodiscard]] std::uint8_t read_pointer(bool high_byte);
  [[nodiscard]] std::uint8_t read_size(bool high_byte) {
    return size_read_.read(context_, waiting(), high_byte);
  }
  [[nodiscard]] std::uint8_t read_end(bool high_byte) const { return high_byte ? high(end_) : low(end_); }
  /// What a RECV now would do wrong.
  void check_recv();
  /// RECV: up to the written pointer the memory is free again.
  void give_back();
  /// Notices when RECV was forgotten.
  void run();

  // What the network does.
  [[nodiscard]] std::uint16_t waiting() const { return sixteen(static_cast<unsigned>(end_ - begin_)); }
  [[nodiscard]] std::size_t room() const {
    const unsigned size = context_.receive_memory.size(number_);
    return size > waiting() ? size - waiting() : 0;
  }
  void append(std::span<const std::uint8_t> bytes);

 private:
  static constexpr Microseconds forgotten_after = 1'000'000;

  Context& context_;
  unsigned number_;
  std::uint16_t begin_ = 0;    // Sn_RX_RD as of the last RECV
  std::uint16_t written_ = 0;  // as the driver has written it
  std::uint16_t end_ = 0;      // Sn_RX_WR
  Microseconds moved_at_ = 0;
  bool forgotten_ = false;
  TornCount size_read_;
};

}  // namespace prometheus_express::simulated_w5500
