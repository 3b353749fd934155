// Who asks by one datagram and is answered by another: DHCP, DNS and SNTP. A port has one socket for all of them and lets one
// ask at a time; the asker says what and whom, and what an answer means. It knows no sockets and does not wait.
//
//   if (asker.until_question(now) == Duration()) {
//     const Question question = asker.ask(memory, now);      // send memory.first(question.size) to question.to
//     …until `patience` is over: each datagram that comes…
//     if (asker.hear(datagram, from, now)) { …that was the answer… }
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/ipv4.hpp"

namespace prometheus_express::internet {

struct Question {
  std::size_t size = 0;  // 0: nothing to ask after all
  Endpoint to;
  std::uint16_t from_port = 0;  // 0: any, best another one each time
  Duration patience;            // for the answer; then it is as if none came
};

class Asker;

/// Its place in a list of askers.
class AskerLink {
 protected:
  ~AskerLink() = default;

 private:
  friend class AskerList;
  Asker* next_ = nullptr;
};

class Asker : public AskerLink {
 public:
  /// How much memory `ask` and `hear` are given at most: DHCP's messages without an agreement about more (RFC 2132, 9.10).
  static constexpr std::size_t largest_datagram = 548;

  /// The time of a wish that there is none.
  static constexpr Duration never = {0x7FFFFFFF};

  /// Time until it has something to ask; 0: now. Asked for at any time between two questions.
  [[nodiscard]] virtual Duration until_question(Time now) = 0;

  /// Writes the question. Without an address, a host may send to 255.255.255.255 only.
  [[nodiscard]] virtual Question ask(std::span<std::uint8_t> memory, Time now) = 0;

  /// A datagram has come while the answer was awaited, cut off where memory ended. False when it is not the answer.
  [[nodiscard]] virtual bool hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time now) = 0;

  /// There was no answer in time, or the question could not be sent. Asks again when it likes.
  virtual void give_up(Time now) = 0;

  /// The host has other addresses from now on; `own` is zero while it has none.
  virtual void note_addresses(const Addresses& /*addresses*/) {}

  /// There is a link again: it may lead to another network.
  virtual void note_link(Time /*now*/) {}

  /// Somebody else was heard to use the host's address.
  virtual void note_conflict(Time /*now*/) {}

  /// True once after each answer that changes the host's addresses, which are in `addresses` then.
  [[nodiscard]] virtual bool has_new_addresses(Addresses& /*addresses*/) { return false; }

 protected:
  ~Asker() = default;
};

/// Those that share a socket, in the order in which they were added.
class AskerList {
 public:
  void add(Asker& asker) {
    Asker** end = &first_;
    while (*end != nullptr && *end != &asker) {
      end = &(*end)->next_;
    }
    *end = &asker;
  }
  [[nodiscard]] Asker* first() const { return first_; }
  [[nodiscard]] static Asker* next(const Asker& asker) { return asker.next_; }

 private:
  Asker* first_ = nullptr;
};

}  // namespace prometheus_express::internet
