// The resolver of the layer internet over a datagram socket of the stack.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/resolver.hpp"
#include "prometheus_express/ports/sockets/calls.hpp"

namespace prometheus_express::sockets {

/// One name at a time, like the resolver: `begin`, `poll` until it is no more pending, `end`.
class Lookup {
 public:
  using State = internet::Resolver::State;

  constexpr explicit Lookup(std::uint32_t seed) : resolver_(seed) {}

  void set_server(const internet::Ipv4& server);
  [[nodiscard]] bool is_free() const { return resolver_.state() == State::idle; }

  void begin(std::string_view name) { resolver_.begin(name); }
  void(poll)(Time now);
  void end();

  [[nodiscard]] State state() const { return resolver_.state(); }
  [[nodiscard]] std::span<const internet::Ipv4> addresses() const { return resolver_.addresses(); }

 private:
  void ask(Time now);

  internet::Resolver resolver_;
  Handle socket_ = no_socket;
  Time asked_;
  Duration patience_;
  bool is_asked_ = false;
};

}  // namespace prometheus_express::sockets
