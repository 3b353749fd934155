#include "prometheus_express/ports/w5500/ethernet.hpp"

#include <algorithm>

#include "prometheus_express/ports/w5500/socket_user.hpp"

namespace prometheus_express::w5500 {

Duration Ethernet::poll(Time now) {
  context_.now = now;
  if (!is_waiting_) {
    is_waiting_ = true;
    since_ = now;
  }
  if (step_ == Step::unknown) {
    random_ = configuration_.seed ^ now.milliseconds;
    begin_reset();
  }
  if (step_ != Step::running && step_ != Step::renumbering) {
    const Duration pause = bring_up();
    if (step_ != Step::running) {
      return pause;
    }
  }
  if (context_.doubt || now - checked_ >= check_interval) {
    context_.doubt = false;
    checked_ = now;
    checked_socket_ = (checked_socket_ + 1U) % sockets_of_chip;
    if (!check() || !check_socket(checked_socket_)) {
      ++context_.statistics.silences;
      reset();
      return {};
    }
  }
  poll_sockets();
  if (context_.stuck || !can_serve()) {
    reset();
    return {};
  }
  if (step_ == Step::renumbering) {
    renumber();
  }
  return pause();
}

void Ethernet::poll_sockets() {
  const Time now = context_.now;
  std::uint8_t events = 0;
  if (is_event_likely()) {
    asked_ = now;
    (void)chip_.read(Block::common, common::socket_events, std::span(&events, 1));
  }
  const unsigned streams = configuration_.layout.streams();
  const unsigned used = streams + configuration_.layout.datagrams.sockets;
  unsigned swept = sockets_of_chip;
  if (now - swept_ >= sweep_interval) {
    swept_ = now;
    swept = sweep_ = static_cast<std::uint8_t>(sweep_ + 1U < used ? sweep_ + 1U : 0U);
  }
  for (unsigned number = 0; number < streams; ++number) {
    Stream& stream = streams_[number];
    if (((events >> number) & 1U) != 0 || number == swept || stream.is_pending(context_)) {
      stream.service(context_, number == swept);
    }
  }
  if (user_ != nullptr && configuration_.layout.datagrams.sockets != 0) {
    user_->poll(((events >> streams) & 1U) != 0 || swept == streams);
  }
  make_room();
}

/// While no socket listens, clients are refused: who is only awaited to end has less time.
void Ethernet::make_room() {
  bool listening = false;
  for (const Stream& stream : streams()) {
    listening = listening || stream.is_listening();
  }
  if (listening_ && !listening && context_.may_open) {
    ++context_.statistics.exhausted;
  }
  listening_ = listening;
  if (listening) {
    return;
  }
  for (Stream& stream : streams()) {
    if (stream.may_hurry(context_.now)) {
      stream.hurry(context_);
    }
  }
}

/// Whether there is a socket for clients whose commands are taken.
bool Ethernet::can_serve() const {
  const auto servers = std::span(streams_).first(configuration_.layout.servers.sockets);
  return servers.empty() || std::any_of(servers.begin(), servers.end(),
                                        [](const Stream& stream) { return !stream.socket().is_stuck(); });
}

bool Ethernet::is_event_likely() const {
  return configuration_.pins == nullptr || configuration_.pins->is_interrupted() ||
         context_.now - asked_ >= longest_silence;
}

Duration Ethernet::pause() const {
  for (unsigned number = 0; number < configuration_.layout.streams(); ++number) {
    if (streams_[number].socket().is_hasty(context_.now)) {
      return {};
    }
  }
  return {1};
}

Condition Ethernet::condition() const {
  return step_ == Step::running || step_ == Step::renumbering ? Condition::running
         : absent_                                            ? Condition::absent
                                                              : Condition::starting;
}

unsigned Ethernet::sockets_in(SocketState state) const {
  unsigned count = 0;
  for (unsigned number = 0; is_running() && number < configuration_.layout.streams(); ++number) {
    count += streams_[number].socket().state() == state ? 1U : 0U;
  }
  return count;
}

/// Marsaglia's xorshift: good enough for ports and transaction numbers that nobody in between can see.
std::uint32_t Ethernet::random() {
  if (random_ == 0) {
    random_ = 1;
  }
  random_ ^= random_ << 13U;
  random_ ^= random_ >> 17U;
  random_ ^= random_ << 5U;
  return random_;
}

}  // namespace prometheus_express::w5500
