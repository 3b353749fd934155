// The connections of one half of the transport: those that a slot has, and those whose slot is free again while their
// last bytes leave.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <span>
#include <utility>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/ports/posix/descriptor.hpp"
#include "prometheus_express/ports/posix_tcp/connection.hpp"
#include "prometheus_express/ports/posix_tcp/wait.hpp"
#include "prometheus_express/transport/streams.hpp"

namespace prometheus_express::posix {

class Connections {
 public:
  /// Those whose last bytes may still be leaving after `close`; with one more, the first of them is given up.
  static constexpr std::size_t closing = 4;
  /// Until the next attempt after a call was interrupted or the system lacked memory.
  static constexpr Duration retry_after = {10};

  /// `all` has `closing` more than `slots`.
  Connections(std::span<Connection> all, std::span<Connection*> slots) : all_(all), slots_(slots) {}

  /// The connection of a slot, which must have one.
  [[nodiscard]] Connection& operator[](transport::Slot slot) { return *slots_[slot]; }
  [[nodiscard]] bool has_free_slot() const {
    return std::find(slots_.begin(), slots_.end(), nullptr) != slots_.end();
  }

  /// Makes an open socket the connection of a slot, which must be free.
  Connection& open(transport::Slot slot, Descriptor socket);
  void(close)(transport::Slot slot);
  void abort(transport::Slot slot);

  /// What a wait consists of, see `Half`.
  [[nodiscard]] Duration prepare(Duration longest);
  void watch(PollTable& table) const;
  void saw(PollTable& table);
  void assume_ready();

  /// True when a descriptor was closed since it was asked last.
  [[nodiscard]] bool freed() { return std::exchange(freed_, false); }

 private:
  Connection& room();
  void note_if_free(const Connection& connection) { freed_ = freed_ || connection.is_free(); }

  std::span<Connection> all_;  // free, in a slot, or closing
  std::span<Connection*> slots_;
  std::uint32_t closed_ = 0;  // connections so far
  bool freed_ = false;
};

}  // namespace prometheus_express::posix
