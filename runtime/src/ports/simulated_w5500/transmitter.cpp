#include "transmitter.hpp"

namespace prometheus_express::simulated_w5500 {

void Transmitter::begin(std::uint16_t pointer) {
  acknowledged_ = sent_ = ordered_ = written_ = pointer;
  context_.transmit_memory.forget_fresh(number_);
  free_read_.forget(free());
}

void Transmitter::write_memory(std::uint16_t offset, std::uint8_t value) {
  if (size() == 0) {
    context_.report(Severity::violation, number_, "writes into a TX buffer of no size");
    return;
  }
  if (unacknowledged() > 0 && sixteen(static_cast<unsigned>(offset - ordered_)) % size() >= free()) {
    context_.report(free_read_.has_misled() ? Severity::note : Severity::violation, number_,
                    "writes over bytes that the peer has not acknowledged");
  }
  context_.transmit_memory.at(number_, offset) = value;
  context_.transmit_memory.set_fresh(number_, offset, true);
}

void Transmitter::write_pointer(bool high_byte, std::uint8_t value) {
  written_ = high_byte ? sixteen(static_cast<unsigned>(value << 8U | low(written_)))
                       : sixteen(static_cast<unsigned>(high(written_) << 8U | value));
}

std::uint8_t Transmitter::read_pointer(bool high_byte) {
  if (written_ != ordered_) {
    context_.report(Severity::caution, number_,
                    "reads Sn_TX_WR between writing it and SEND, when it may be either value");
  }
  const std::uint16_t pointer = context_.options.answers.pointers_read_as_written ? written_ : ordered_;
  return high_byte ? high(pointer) : low(pointer);
}

std::uint8_t Transmitter::read_free(bool high_byte) { return free_read_.read(context_, free(), high_byte); }

void Transmitter::check_send() {
  const unsigned length = sixteen(static_cast<unsigned>(written_ - ordered_));
  const Severity severity = free_read_.has_misled() ? Severity::note : Severity::violation;
  if (length == 0) {
    context_.report(Severity::caution, number_, "orders SEND without having moved Sn_TX_WR");
  } else if (length > free()) {
    context_.report(
        severity, number_,
        "orders SEND of " + std::to_string(length) + " bytes where " + std::to_string(free()) + " were free");
  } else {
    unsigned unwritten = 0;
    for (unsigned at = 0; at < length; ++at) {
      unwritten += context_.transmit_memory.is_fresh(number_, ordered_ + at) ? 0U : 1U;
    }
    if (unwritten > 0) {
      context_.report(severity, number_,
                      "orders SEND of " + std::to_string(length) + " bytes of which " +
                          std::to_string(unwritten) + " were not written");
    }
  }
}

void Transmitter::order() {
  for (unsigned at = ordered_; sixteen(at) != written_; ++at) {
    context_.transmit_memory.set_fresh(number_, at, false);
  }
  ordered_ = written_;
  free_read_.forget(free());
}

Bytes Transmitter::next(std::size_t longest) const {
  Bytes bytes(std::min(waiting(), longest));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    bytes[at] = context_.transmit_memory.at(number_, sent_ + static_cast<unsigned>(at));
  }
  return bytes;
}

}  // namespace prometheus_express::simulated_w5500
