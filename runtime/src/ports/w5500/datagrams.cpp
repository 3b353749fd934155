#include "prometheus_express/ports/w5500/datagrams.hpp"

#include <algorithm>

#include "prometheus_express/internet/byte_order.hpp"

namespace prometheus_express::w5500 {

using internet::Asker;
using internet::AskerList;

void Datagrams::start(std::uint8_t number, std::uint8_t kib) {
  if (asker_ != nullptr) {
    end(false);
  }
  socket_.start(number, mode_udp, kib);
  socket_.set_up(ethernet_.context(), 0);
  step_ = Step::idle;
  started_ = true;
}

void Datagrams::poll(bool event) {
  Context& context = ethernet_.context();
  note_changes();
  if (step_ == Step::idle) {
    begin();
    return;
  }
  if (event || socket_.is_busy() || socket_.is_doubtful() || step_ != Step::waiting) {
    if (!socket_.observe(context)) {
      return;
    }
  }
  const Duration passed = context.now - since_;
  switch (step_) {
    case Step::opening:
      if (socket_.state() == SocketState::udp ? !send() : passed > step_limit) {
        end(false);
      }
      break;
    case Step::waiting:
      wait();
      break;
    default:
      close();
      break;
  }
}

/// Tells the askers what is new of the network, and the network what is new of the askers.
void Datagrams::note_changes() {
  const Time now = ethernet_.context().now;
  const bool has_link = ethernet_.has_link();
  const bool linked = has_link && (!had_link_ || started_);
  started_ = started_ && !has_link;
  had_link_ = has_link;
  const bool renumbered = told_ != ethernet_.addresses();
  told_ = ethernet_.addresses();
  const bool contested = conflicts_ != ethernet_.statistics().address_conflicts;
  conflicts_ = ethernet_.statistics().address_conflicts;
  for (Asker* asker = askers_.first(); asker != nullptr; asker = AskerList::next(*asker)) {
    if (linked) {
      asker->note_link(now);
    }
    if (renumbered) {
      asker->note_addresses(told_);
    }
    if (contested) {
      asker->note_conflict(now);
    }
    internet::Addresses addresses;
    if (asker->has_new_addresses(addresses)) {
      ethernet_.set_addresses(addresses);
    }
  }
}

/// Lets the first one ask that wants to. All are asked whether they do, since leases end by that, too.
void Datagrams::begin() {
  Context& context = ethernet_.context();
  for (Asker* asker = askers_.first(); asker != nullptr; asker = AskerList::next(*asker)) {
    const bool wants = asker->until_question(context.now) == Duration();
    if (wants && asker_ == nullptr && ethernet_.is_running() && ethernet_.has_link()) {
      asker_ = asker;
    }
  }
  if (asker_ != nullptr) {
    question_ = asker_->ask(memory_, context.now);
    open();
  }
}

/// Whether the chip can find a way there: it never says so if it cannot.
bool Datagrams::may_send(const internet::Endpoint& to) const {
  const internet::Addresses& addresses = ethernet_.addresses();
  if (to.address == internet::broadcast) {
    return to.port != 0;
  }
  return to.port != 0 && !to.address.is_zero() && !addresses.own.is_zero() &&
         (internet::is_neighbour(addresses, to.address) || !addresses.gateway.is_zero());
}

void Datagrams::open() {
  Context& context = ethernet_.context();
  if (question_.size == 0 || question_.size > socket_.size() || !may_send(question_.to)) {
    end(false);
    return;
  }
  constexpr std::uint16_t first_ephemeral_port = 49152;
  const auto port = question_.from_port != 0
                        ? question_.from_port
                        : static_cast<std::uint16_t>(first_ephemeral_port | (ethernet_.random() & 0x3FFFU));
  step_ = Step::opening;
  since_ = context.now;
  look_ = false;
  rejected_ = 0;
  socket_.set_up(context, port);
  socket_.set_peer(context, question_.to);
  (void)socket_.take_events();
  socket_.order(context, Command::open);
}

bool Datagrams::send() {
  Context& context = ethernet_.context();
  (void)socket_.take_events();
  const std::uint32_t at = context.chip.read_steady16(socket_.registers(), socket::tx_write);
  const std::uint32_t read = context.chip.read_steady16(socket_.registers(), socket::rx_read);
  const std::uint32_t free = context.chip.read_steady16(socket_.registers(), socket::tx_free);
  if (at == Chip::unread || read == Chip::unread || free < question_.size || free > socket_.size()) {
    return false;
  }
  if (!context.chip.write(tx_buffer_of(socket_.number()), static_cast<std::uint16_t>(at),
                          std::span(memory_).first(question_.size)) ||
      !context.chip.write16(socket_.registers(), socket::tx_write,
                            static_cast<std::uint16_t>(at + question_.size))) {
    return false;
  }
  rx_read_ = static_cast<std::uint16_t>(read);
  socket_.order(context, Command::send);
  step_ = Step::waiting;
  since_ = context.now;
  return true;
}

void Datagrams::wait() {
  const Time now = ethernet_.context().now;
  const std::uint8_t events = socket_.take_events();
  look_ = look_ || (events & event::received) != 0;
  if (socket_.state() != SocketState::udp || (events & event::timeout) != 0) {
    end(false);  // nobody has the address that was asked for
    return;
  }
  if (look_ && receive()) {
    return;
  }
  const bool sent = (events & event::sent) != 0;
  if (question_.patience == Duration() ? sent || now - since_ > step_limit
                                       : now - since_ > question_.patience) {
    end(question_.patience == Duration() && sent);
  }
}

/// True when nothing more is awaited.
bool Datagrams::receive() {
  Context& context = ethernet_.context();
  if (socket_.is_busy()) {
    return false;
  }
  const std::uint32_t received = context.chip.read_steady16(socket_.registers(), socket::rx_received);
  if (received == Chip::unread) {
    return false;
  }
  if (received == 0) {
    look_ = false;
    return false;
  }
  return hear(received);
}

/// One datagram. A head that cannot be right would put all that follow out of step, so the socket is closed then.
bool Datagrams::hear(std::uint32_t received) {
  Context& context = ethernet_.context();
  const Block buffer = rx_buffer_of(socket_.number());
  std::array<std::uint8_t, head_size> head = {};
  if (received < head_size || received > socket_.size() || !context.chip.read(buffer, rx_read_, head) ||
      head_size + internet::read16(head, 6) > received) {
    ++context.statistics.doubtful_reads;
    if (++rejected_ < Socket::most_doubts) {
      return false;  // some of it may not have been counted yet
    }
    end(false);
    return true;
  }
  rejected_ = 0;
  const std::uint16_t length = internet::read16(head, 6);
  const auto bytes = std::span(memory_).first(std::min<std::size_t>(length, memory_.size()));
  if (!bytes.empty() && !context.chip.read(buffer, static_cast<std::uint16_t>(rx_read_ + head_size), bytes)) {
    return false;
  }
  const auto behind = static_cast<std::uint16_t>(rx_read_ + head_size + length);
  if (!context.chip.write16(socket_.registers(), socket::rx_read, behind)) {
    return false;
  }
  rx_read_ = behind;
  socket_.order(context, Command::receive);
  const internet::Endpoint from = {{{head[0], head[1], head[2], head[3]}}, internet::read16(head, 4)};
  if (!asker_->hear(bytes, from, context.now)) {
    return false;
  }
  end(true);
  return true;
}

void Datagrams::end(bool answered) {
  Context& context = ethernet_.context();
  if (!answered) {
    asker_->give_up(context.now);
  }
  asker_ = nullptr;
  step_ = Step::closing;
  since_ = context.now;
}

void Datagrams::close() {
  Context& context = ethernet_.context();
  if (socket_.state() == SocketState::closed) {
    step_ = Step::idle;
  } else if (context.now - since_ > step_limit) {
    context.stuck = true;
  } else {
    socket_.order(context, Command::close);
  }
}

}  // namespace prometheus_express::w5500
