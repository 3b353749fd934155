// What a port provides so that the cases can be tried on it.
#pragma once

#include <cstdint>
#include <optional>

#include "case.hpp"
#include "prometheus_express/transport/client.hpp"

namespace conformance {

namespace transport = prometheus_express::transport;

/// The byte at a place of the pattern that both sides send.
[[nodiscard]] constexpr char pattern(std::uint32_t at) {
  return static_cast<char>('!' + (at + at / 90) % 90);
}

/// What a peer knows of the connection that came to it last.
struct Seen {
  std::uint32_t bytes = 0;
  bool in_order = true;  // all are the pattern's
  bool ended = false;
  bool reset = false;
};

/// What the resolvers of these tests call a host; null for what has no name. A world may know fewer.
[[nodiscard]] constexpr const char* name_of(Host host) {
  switch (host) {
    case Host::name:
      return "peer.example";
    case Host::name_of_several:
      return "several.example";
    case Host::name_of_silent_one:
      return "silent.example";
    case Host::name_of_version_6:
      return "six.example";
    case Host::name_of_nobody:
      return "nobody.example";
    case Host::missing_name:
      return "missing.example";
    case Host::unclear_name:
      return "unclear.example";
    case Host::unanswered_name:
      return "unanswered.example";
    default:
      return nullptr;
  }
}

/// A port and whoever is at the other end.
class World {
 public:
  [[nodiscard]] virtual transport::Client& client() = 0;
  /// The text of a host; null where this world has none, so that the case is left out.
  [[nodiscard]] virtual const char* host(Host host) = 0;
  [[nodiscard]] virtual std::uint16_t port(Peer peer) = 0;
  /// Lets a little time pass, in which packets arrive and peers do what they do.
  virtual void step() = 0;
  /// Nothing where one cannot ask the peers: then that is left out.
  [[nodiscard]] virtual std::optional<Seen> seen(Peer peer) = 0;
  /// Steps after which nothing more is expected to happen.
  [[nodiscard]] virtual std::uint32_t patience() const = 0;
  /// More bytes than fit between a client that offers and a peer that does not read.
  [[nodiscard]] virtual std::uint32_t flood() const = 0;
  /// The resolver tells names that do not exist from those that it cannot ask for; otherwise all are `name_lookup_failed`.
  [[nodiscard]] virtual bool knows_missing_names() const { return true; }
  /// `abort` sends a reset.
  [[nodiscard]] virtual bool has_reset() const { return true; }

 protected:
  ~World() = default;
};

/// What a trial says of a state that is not the wanted one.
[[nodiscard]] constexpr const char* reason(State state) {
  switch (state) {
    case State::pending:
      return "it came to: pending";
    case State::open:
      return "it came to: open";
    case State::no_such_name:
      return "it came to: no_such_name";
    case State::name_lookup_failed:
      return "it came to: name_lookup_failed";
    case State::unreachable:
      return "it came to: unreachable";
    case State::timed_out:
      return "it came to: timed_out";
    case State::refused:
      return "it came to: refused";
    case State::reset:
      return "it came to: reset";
    case State::no_resources:
      return "it came to: no_resources";
  }
  return "it came to something that is none";
}

}  // namespace conformance
