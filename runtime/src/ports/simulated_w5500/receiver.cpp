#include "receiver.hpp"

#include <string>

namespace prometheus_express::simulated_w5500 {

void Receiver::begin(std::uint16_t pointer) {
  begin_ = written_ = end_ = pointer;
  forgotten_ = false;
  size_read_.forget(0);
}

void Receiver::write_pointer(bool high_byte, std::uint8_t value) {
  written_ = high_byte ? sixteen(static_cast<unsigned>(value << 8U | low(written_)))
                       : sixteen(static_cast<unsigned>(high(written_) << 8U | value));
  moved_at_ = context_.now;
}

std::uint8_t Receiver::read_pointer(bool high_byte) {
  if (written_ != begin_) {
    context_.report(Severity::caution, number_,
                    "reads Sn_RX_RD between writing it and RECV, when it may be either value");
  }
  const std::uint16_t pointer = context_.options.answers.pointers_read_as_written ? written_ : begin_;
  return high_byte ? high(pointer) : low(pointer);
}

void Receiver::check_recv() {
  const unsigned length = sixteen(static_cast<unsigned>(written_ - begin_));
  if (length > waiting()) {
    context_.report(size_read_.has_misled() ? Severity::note : Severity::violation, number_,
                    "orders RECV of " + std::to_string(length) + " bytes where " + std::to_string(waiting()) +
                        " have arrived");
  } else if (length == 0) {
    context_.report(Severity::note, number_, "orders RECV without having moved Sn_RX_RD");
  }
}

void Receiver::give_back() {
  begin_ = written_;
  forgotten_ = false;
  size_read_.forget(waiting());
}

void Receiver::run() {
  if (written_ != begin_ && !forgotten_ && context_.now - moved_at_ > forgotten_after) {
    forgotten_ = true;
    context_.report(Severity::caution, number_, "has moved Sn_RX_RD and forgotten RECV for a second");
  }
}

void Receiver::append(std::span<const std::uint8_t> bytes) {
  for (const std::uint8_t byte : bytes) {
    context_.receive_memory.at(number_, end_) = byte;
    end_ = sixteen(end_ + 1U);
  }
}

}  // namespace prometheus_express::simulated_w5500
