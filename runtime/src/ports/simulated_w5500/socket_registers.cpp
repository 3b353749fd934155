// What a driver reads and writes in a socket's block.
#include <algorithm>
#include <cstdio>

#include "numbers.hpp"
#include "socket.hpp"

namespace prometheus_express::simulated_w5500 {
namespace reg = socket_register;

namespace {

constexpr unsigned patience = 2000;  // reads of Sn_CR

bool is_before_open(std::uint16_t offset) {
  return offset == reg::mr || offset == reg::port || offset == reg::port + 1 || offset == reg::mssr ||
         offset == reg::mssr + 1 || offset == reg::tos || offset == reg::ttl;
}

std::string prefixed_hexadecimal(unsigned value) {
  char text[16];
  std::snprintf(text, sizeof text, "0x%02X", value);
  return text;
}

}  // namespace

Socket::Socket(Context& context, unsigned number)
    : context_(context), number_(number), transmitter_(context, number), receiver_(context, number) {
  reset();
}

void Socket::reset() {
  forget();
  registers_ = {};
  std::fill_n(registers_.begin() + reg::dhar, 6, std::uint8_t{0xFF});
  registers_[reg::ttl] = 0x80;
  registers_[reg::imr] = 0xFF;
  registers_[reg::frag] = 0x40;
  events_ = 0;
  command_.reset();
  seen_ = State::closed;
  transmitter_.begin(0);
  receiver_.begin(0);
}

void Socket::set16(std::uint16_t offset, std::uint16_t value) {
  registers_[offset] = high(value);
  registers_[offset + 1U] = low(value);
}

void Socket::set_place(const Place& place) {
  std::copy(place.address.begin(), place.address.end(), registers_.begin() + reg::dipr);
  set16(reg::dport, place.port);
  const std::uint8_t mac[] = {
      0x02, 0x00, place.address[0], place.address[1], place.address[2], place.address[3]};
  std::copy(std::begin(mac), std::end(mac), registers_.begin() + reg::dhar);
}

Place Socket::destination() const {
  return {{registers_[reg::dipr], registers_[reg::dipr + 1U], registers_[reg::dipr + 2U],
           registers_[reg::dipr + 3U]},
          number16(reg::dport)};
}

std::uint8_t Socket::visible_events() const {
  const bool hides = context_.options.answers.mask_hides_events;
  return static_cast<std::uint8_t>(events_ & (hides ? registers_[reg::imr] : 0xFFU));
}

/// A driver that sees CON or RECV knows that it is connected, without having read Sn_SR.
void Socket::learn_events() {
  const bool was_waiting = seen_ == State::listen || seen_ == State::syn_sent || seen_ == State::syn_received;
  if (was_waiting && (visible_events() & (event::con | event::recv)) != 0) {
    seen_ = State::established;
  }
}

std::uint8_t Socket::read(std::uint16_t offset) {
  waits_ = offset == reg::cr && command_ ? waits_ + 1 : 0;
  switch (offset) {
    case reg::cr:
      if (waits_ == patience) {
        report(Severity::caution, "reads Sn_CR for the " + std::to_string(patience) +
                                      "th time in a row: it waits without a limit, as far as can be seen");
      }
      return command_ ? static_cast<std::uint8_t>(*command_) : std::uint8_t{0};
    case reg::ir:
      learn_events();
      return visible_events();
    case reg::sr:
      seen_ = state_;
      return static_cast<std::uint8_t>(state_);
    case reg::rxbuf_size:
      return context_.receive_memory.kib(number_);
    case reg::txbuf_size:
      return context_.transmit_memory.kib(number_);
    case reg::tx_fsr:
    case reg::tx_fsr + 1:
    case reg::rx_rsr:
    case reg::rx_rsr + 1:
      if (command_) {
        report(Severity::note, std::string("reads ") + reg::name(offset) + " while " + name(*command_) +
                                   " is still in Sn_CR: it is that of before");
      }
      return offset < reg::rx_rsr ? transmitter_.read_free(offset == reg::tx_fsr)
                                  : receiver_.read_size(offset == reg::rx_rsr);
    case reg::tx_rd:
    case reg::tx_rd + 1:
      return transmitter_.read_sent(offset == reg::tx_rd);
    case reg::tx_wr:
    case reg::tx_wr + 1:
      return transmitter_.read_pointer(offset == reg::tx_wr);
    case reg::rx_rd:
    case reg::rx_rd + 1:
      return receiver_.read_pointer(offset == reg::rx_rd);
    case reg::rx_wr:
    case reg::rx_wr + 1:
      return receiver_.read_end(offset == reg::rx_wr);
    default:
      break;
  }
  if (reg::access(offset) == Access::reserved) {
    report(Severity::note, "reads the reserved register " + prefixed_hexadecimal(offset));
    return 0;
  }
  return registers_[offset];
}

void Socket::write(std::uint16_t offset, std::uint8_t value) {
  waits_ = 0;
  switch (reg::access(offset)) {
    case Access::read_only:
      report(Severity::violation, std::string("writes ") + reg::name(offset) + ", which can only be read");
      break;
    case Access::reserved:
      report(Severity::violation, "writes the reserved register " + prefixed_hexadecimal(offset));
      break;
    case Access::write_one_clears:
      events_ = static_cast<std::uint8_t>(events_ & ~value);
      break;
    case Access::command:
      order(value);
      break;
    case Access::read_write:
      write_register(offset, value);
      break;
  }
}

void Socket::write_register(std::uint16_t offset, std::uint8_t value) {
  switch (offset) {
    case reg::rxbuf_size:
    case reg::txbuf_size:
      write_size(offset, value);
      return;
    case reg::tx_wr:
    case reg::tx_wr + 1:
      transmitter_.write_pointer(offset == reg::tx_wr, value);
      return;
    case reg::rx_rd:
    case reg::rx_rd + 1:
      receiver_.write_pointer(offset == reg::rx_rd, value);
      return;
    default:
      break;
  }
  if (is_before_open(offset) && state_ != State::closed && seen_ != State::closed &&
      registers_[offset] != value) {
    report(Severity::caution,
           std::string("changes ") + reg::name(offset) + " in " + name(state_) + ": it belongs before OPEN");
  }
  registers_[offset] = value;
}

void Socket::write_size(std::uint16_t offset, std::uint8_t value) {
  const bool transmits = offset == reg::txbuf_size;
  BufferMemory& memory = transmits ? context_.transmit_memory : context_.receive_memory;
  if (value > 16 || (value & (value - 1U)) != 0) {
    report(Severity::violation,
           "gives a buffer " + std::to_string(value) + " KiB, which is none of 0, 1, 2, 4, 8 and 16");
    return;
  }
  if (value == memory.kib(number_)) {
    return;
  }
  const auto first = context_.states.begin() + static_cast<std::ptrdiff_t>(number_);
  if (std::any_of(first, context_.states.end(), [](State state) { return state != State::closed; })) {
    report(Severity::violation,
           "changes the size of a buffer while this socket, or one whose memory follows, is open");
  }
  memory.set_kib(number_, value);
}

std::uint8_t Socket::read_transmit(std::uint16_t offset) {
  return context_.transmit_memory.at(number_, offset);
}

std::uint8_t Socket::read_receive(std::uint16_t offset) {
  return context_.receive_memory.at(number_, offset);
}

std::string Socket::text() const {
  const Place peer = destination();
  return std::to_string(number_) + " " + name(state_) + " port " + std::to_string(port()) + " peer " +
         simulated_w5500::text(peer.address) + ":" + std::to_string(peer.port) + " events " +
         prefixed_hexadecimal(events_) + " command " + (command_ ? name(*command_) : "none") + " received " +
         std::to_string(receiver_.waiting()) + " unacknowledged " +
         std::to_string(transmitter_.unacknowledged());
}

}  // namespace prometheus_express::simulated_w5500
