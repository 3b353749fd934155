#include "core.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr Microseconds network_pace = 5;  // of real time: a look at the network is a number of system calls
constexpr Microseconds shortest_reset = 500;      // RSTn low
constexpr Microseconds start_up = 1000;           // until the PLL has locked
constexpr std::uint32_t guaranteed = 33'300'000;  // hertz
constexpr std::uint32_t designed = 80'000'000;

Microseconds system_time() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<Microseconds>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

}  // namespace

Chip::Core::Core(Options options) : context(std::move(options)) {
  sockets_.reserve(sockets);
  for (unsigned number = 0; number < sockets; ++number) {
    sockets_.emplace_back(context, number);
  }
  started_ = context.options.clock ? 0 : system_time();
  update_time();
}

void Chip::Core::update_time() {
  context.now = (context.options.clock ? context.options.clock() : system_time()) - started_;
}

void Chip::Core::set_bus(std::uint8_t mode, std::uint32_t frequency) {
  update_time();
  context.window_begins();
  if (mode != 0 && mode != 3) {
    context.report(Severity::violation, -1,
                   "is spoken to in SPI mode " + std::to_string(mode) + ", not 0 or 3");
  }
  if (frequency > designed) {
    context.report(Severity::violation, -1, "is clocked with more than 80 MHz");
  } else if (frequency > guaranteed) {
    context.report(Severity::caution, -1, "is clocked with more than the 33.3 MHz that are guaranteed");
  }
}

void Chip::Core::set_reset_pin(bool high) {
  update_time();
  context.window_begins();
  if (reset_pin_ && !high) {
    reset_pin_at_ = context.now;
    reset();
    context.was_reset_unnoticed = false;
  } else if (!reset_pin_ && high) {
    if (context.now - reset_pin_at_ < shortest_reset) {
      context.report(Severity::violation, -1, "has RSTn released before 500 us are over");
    }
    ready_at_ = context.now + start_up;
  }
  reset_pin_ = high;
}

void Chip::Core::reset() {
  ++context.counts.resets;
  context.common.reset();
  context.transmit_memory.reset();
  context.receive_memory.reset();
  context.arriving.clear();
  for (Socket& socket : sockets_) {
    socket.reset();
  }
  update_interrupt();
}

void Chip::Core::run() {
  update_time();
  context.window_begins();
  settle();
  run_network();
}

void Chip::Core::settle() {
  resets_ = resets_ && !resetting_.is_over(context.now);
  for (Socket& socket : sockets_) {
    socket.settle();
  }
  update_interrupt();
}

void Chip::Core::run_network() {
  if (!context.options.clock && context.now - network_at_ < network_pace) {
    return;
  }
  network_at_ = context.now;
  for (Socket& socket : sockets_) {
    socket.run();
  }
  serve_listeners();
  deliver_datagrams();
  context.ghosts.run(context.now, context.faults.link);
  update_interrupt();
}

Socket* Chip::Core::listener(std::uint16_t port) {
  std::vector<Socket*> listening;
  for (unsigned number = 0; number < sockets; ++number) {
    const bool hears =
        !context.faults.vanished[number] && context.now >= context.faults.stalled_until[number];
    if (sockets_[number].listens_at(port) && hears) {
      listening.push_back(&sockets_[number]);
    }
  }
  if (listening.empty()) {
    return nullptr;
  }
  return context.options.answers.any_listener_takes_syn ? listening[context.random() % listening.size()]
                                                        : listening.front();
}

void Chip::Core::turn_away(std::uint16_t port) {
  while (auto client = context.listeners.accept(port)) {
    ++context.counts.turned_away;
    client->stream.reset();
  }
}

void Chip::Core::serve_listeners() {
  if (!context.faults.link) {
    unheard_ = true;  // no SYN arrives
    return;
  }
  std::vector<std::uint16_t> open;
  for (const auto& [port, descriptor] : context.listeners.all()) {
    open.push_back(port);
  }
  for (const std::uint16_t port : open) {
    if (unheard_ && listener(port) != nullptr) {
      context.listeners.forget_gone();
      unheard_ = false;
    }
    while (Socket* const socket = listener(port)) {
      auto client = context.listeners.accept(port);
      if (!client) {
        break;
      }
      socket->take(std::move(*client));
    }
    const bool anyone = std::any_of(sockets_.begin(), sockets_.end(),
                                    [port](const Socket& socket) { return socket.listens_at(port); });
    unheard_ = unheard_ || (anyone && listener(port) == nullptr);
    if (!anyone) {
      turn_away(port);
      if (!context.options.answers.unheard_syn_is_accepted) {
        context.listeners.close(port);
      }
    }
  }
}

void Chip::Core::deliver_datagrams() {
  while (!context.arriving.empty()) {
    const Datagram datagram = std::move(context.arriving.front());
    context.arriving.pop_front();
    for (Socket& socket : sockets_) {
      if (socket.state() == State::udp && socket.port() == datagram.to.port) {
        socket.take(datagram);
        break;
      }
    }
  }
}

std::uint8_t Chip::Core::socket_events() const {
  unsigned events = 0;
  for (unsigned number = 0; number < sockets; ++number) {
    events |= sockets_[number].has_event() ? 1U << number : 0U;
  }
  return static_cast<std::uint8_t>(events);
}

void Chip::Core::update_interrupt() {
  const CommonRegisters& common = context.common;
  const bool asserted = (common.at(common::ir) & common.at(common::imr) & 0xF0U) != 0 ||
                        (socket_events() & common.at(common::simr)) != 0;
  if (asserted && !asserted_ && context.faults.lose_interrupts > 0) {
    --context.faults.lose_interrupts;
    lost_ = true;
  }
  lost_ = lost_ && asserted;
  asserted_ = asserted;
}

}  // namespace prometheus_express::simulated_w5500
