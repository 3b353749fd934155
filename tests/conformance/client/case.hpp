// What a case of cases.hpp consists of.
#pragma once

#include <cstdint>

#include "prometheus_express/transport/client.hpp"

namespace conformance {

using prometheus_express::transport::State;

/// What a peer does with those who connect; each has a port of its own.
enum class Peer : std::uint8_t {
  is_not_there,    // nobody listens: a reset
  is_silent,       // never answers
  echoes,          // sends back all; ends when the client has ended
  ends_at_once,    // sends its end, and reads on
  resets_at_once,  // resets as soon as it is connected
  answers_an_end,  // counts what it gets until the client ends, then sends `long_answer` bytes of the pattern and ends
  sends_at_once,  // sends `long_answer` bytes of the pattern and ends, and reads on
  resets_later,   // reads `short_question` bytes, then resets
  hoards,         // reads nothing until nothing more comes, then all; ends when the client has ended
};

inline constexpr std::uint32_t short_question = 10;
inline constexpr std::uint32_t long_answer = 100'000;

/// By what the peer is called. What does not depend on a world is said in text_of.
enum class Host : std::uint8_t {
  none,
  address,               // the peer's, as text
  address_of_version_6,  // as well
  address_without_way,   // to which no route leads
  name,                  // which has the peer's address
  name_of_several,       // first an address where nobody listens, then the peer's
  name_of_silent_one,    // first an address that never answers, then the peer's
  name_of_version_6,     // first an address of IPv6 where nobody listens, then the peer's of IPv4
  name_of_nobody,        // two addresses: at the first nobody listens, the second never answers
  missing_name,          // which does not exist
  unclear_name,          // of which the name server says that it cannot tell
  unanswered_name,       // of which the name server says nothing
  empty,
  half_an_address,
  address_and_port,
  brackets,
  two_points,
  space,
};

enum class Act : std::uint8_t {
  end,               // of the case: closes what is open
  slot,              // `number`: those behind it are about this slot; 0 at first
  connect,           // begins to connect to `host`
  comes_to,          // waits until it is no longer pending: it is `state` then
  comes_to_open_or,  // the same, `state` or open and then `state` after a failed link
  sends,   // offers `number` bytes more of the pattern, in pieces, until all are accepted, and takes nothing
  floods,  // as `sends`, with more bytes than fit between the client and a peer that does not read: some offer is not accepted whole
  receives,  // takes until `number` bytes more of the pattern have come; all that is offered meanwhile goes on
  exchanges,  // sends and receives `number` bytes at once
  hears_end,  // takes until the link has ended, without another byte
  hears_failure,  // takes and offers until the link has failed, in any place of the pattern; the state is `state` then
  finish,
  close,
  abort,
  peer_got,  // `number` bytes of the pattern, all in order
  peer_got_flood,
  peer_got_end,  // the client's end has come, and nothing was reset
  peer_lost,     // the client's reset has come, or the port has none and nothing has come
};

struct Step {
  Act act = Act::end;
  std::uint32_t number = 0;
  State state = State::pending;
  Host host = Host::none;
};

struct Case {
  const char* name;
  Peer peer;
  Step steps[14];
};

[[nodiscard]] consteval Step connect(Host host) { return {.act = Act::connect, .host = host}; }
[[nodiscard]] consteval Step comes_to(State state) { return {.act = Act::comes_to, .state = state}; }
[[nodiscard]] consteval Step comes_to_open_or(State state) {
  return {.act = Act::comes_to_open_or, .state = state};
}
[[nodiscard]] consteval Step sends(std::uint32_t bytes) { return {.act = Act::sends, .number = bytes}; }
[[nodiscard]] consteval Step receives(std::uint32_t bytes) { return {.act = Act::receives, .number = bytes}; }
[[nodiscard]] consteval Step exchanges(std::uint32_t bytes) {
  return {.act = Act::exchanges, .number = bytes};
}
[[nodiscard]] consteval Step hears_failure(State state) {
  return {.act = Act::hears_failure, .state = state};
}
[[nodiscard]] consteval Step slot(std::uint32_t number) { return {.act = Act::slot, .number = number}; }
[[nodiscard]] consteval Step peer_got(std::uint32_t bytes) { return {.act = Act::peer_got, .number = bytes}; }
inline constexpr Step opens = {.act = Act::comes_to, .state = State::open};
inline constexpr Step floods = {.act = Act::floods};
inline constexpr Step peer_got_flood = {.act = Act::peer_got_flood};
inline constexpr Step hears_end = {.act = Act::hears_end};
inline constexpr Step finish = {.act = Act::finish};
inline constexpr Step close = {.act = Act::close};
inline constexpr Step abort = {.act = Act::abort};
inline constexpr Step peer_got_end = {.act = Act::peer_got_end};
inline constexpr Step peer_lost = {.act = Act::peer_lost};

/// The text of a host that is the same in every world; null of the others.
[[nodiscard]] constexpr const char* text_of(Host host) {
  switch (host) {
    case Host::empty:
      return "";
    case Host::half_an_address:
      return "127.1";
    case Host::address_and_port:
      return "127.0.0.1:80";
    case Host::brackets:
      return "[::1]";
    case Host::two_points:
      return "push..example";
    case Host::space:
      return "push example";
    default:
      return nullptr;
  }
}

/// Slots that the cases use.
inline constexpr std::uint8_t slots_used = 2;

}  // namespace conformance
