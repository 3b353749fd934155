// Finds out the addresses of names, one name at a time, by asking the name server of the host's addresses.
//
//   resolver.begin("push.example.com");
//   …while (resolver.state() == Resolver::State::pending) the port lets it ask…
//   for (const Ipv4& address : resolver.addresses()) { … }
//   resolver.end();
//
// The server has 1 s to answer, then 2 s, then 4 s, then the lookup has failed.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/asker.hpp"
#include "prometheus_express/internet/dns_message.hpp"
#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/internet/random.hpp"

namespace prometheus_express::internet {

class Resolver final : public Asker {
 public:
  enum class State : std::uint8_t {
    idle,
    pending,
    found,
    no_such_name,  // or it is no name, or has no address
    failed,        // no name server is known, or it does not answer, or cannot say
  };

  constexpr explicit Resolver(std::uint32_t seed) : random_(seed) {}

  /// Begins to look up `name`, which stays valid as long as that is pending; only while `idle`.
  void begin(std::string_view name);
  /// Makes it `idle`, whatever it was.
  void end() { state_ = State::idle; }

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] std::span<const Ipv4> addresses() const {
    return std::span(reply_.addresses).first(state_ == State::found ? reply_.count : 0);
  }

  [[nodiscard]] Duration until_question(Time now) override;
  [[nodiscard]] Question ask(std::span<std::uint8_t> memory, Time now) override;
  [[nodiscard]] bool hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time now) override;
  void give_up(Time now) override;
  void note_addresses(const Addresses& addresses) override { server_ = addresses.name_server; }

 private:
  Random random_;
  std::string_view name_;
  DnsReply reply_;
  Ipv4 server_;
  std::uint16_t id_ = 0;
  std::uint8_t attempts_ = 0;
  State state_ = State::idle;
};

}  // namespace prometheus_express::internet
