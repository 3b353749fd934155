// Runs a case of cases.hpp against a port. It needs no heap and no test library, so that it also runs on boards.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "case.hpp"
#include "prometheus_express/transport/client.hpp"
#include "world.hpp"

namespace conformance {

/// What was wrong, and at which step; null: nothing was.
struct Verdict {
  const char* problem = nullptr;
  std::size_t step = 0;
  bool left_out = false;
};

class Trial {
 public:
  Trial(const Case& one, World& world) : case_(one), world_(world), client_(world.client()) {}

  Verdict run() {
    for (const Step& step : case_.steps) {
      if (step.act == Act::connect && text_of(step.host) == nullptr && world_.host(step.host) == nullptr) {
        return {.left_out = true};
      }
    }
    Verdict verdict;
    for (; case_.steps[verdict.step].act != Act::end && verdict.problem == nullptr; ++verdict.step) {
      verdict.problem = take_step(case_.steps[verdict.step]);
    }
    for (transport::Slot slot = 0; slot < slots_used; ++slot) {
      if (lines_[slot].used) {
        client_.abort(slot);
      }
    }
    return verdict;
  }

 private:
  struct Line {
    bool used = false;
    bool is_missing = false;  // the name
    bool held_back = false;
    std::uint32_t sent = 0;
    std::uint32_t received = 0;
  };
  static constexpr std::uint32_t piece = 1000;

  const char* take_step(const Step& step) {
    switch (step.act) {
      case Act::slot:
        slot_ = static_cast<transport::Slot>(step.number);
        return nullptr;
      case Act::connect:
        return connect(step.host);
      case Act::comes_to:
        return comes_to(line().is_missing && !world_.knows_missing_names() ? State::name_lookup_failed
                                                                           : step.state);
      case Act::comes_to_open_or:
        return comes_to_open_or(step.state);
      case Act::sends:
        return exchange(step.number, 0);
      case Act::floods: {
        const char* const problem = exchange(world_.flood(), 0);
        return problem != nullptr || line().held_back ? problem : "every offer was accepted whole";
      }
      case Act::receives:
        return exchange(0, step.number);
      case Act::exchanges:
        return exchange(step.number, step.number);
      case Act::hears_end:
        return hears_end();
      case Act::hears_failure:
        return hears_failure(step.state);
      case Act::finish:
        client_.finish(slot_);
        return nullptr;
      case Act::close:
        client_.close(slot_);
        line() = {};
        return nullptr;
      case Act::abort:
        client_.abort(slot_);
        line() = {};
        return nullptr;
      case Act::peer_got:
        return peer_got(step.number);
      case Act::peer_got_flood:
        return peer_got(world_.flood());
      case Act::peer_got_end:
        return peer_got_end();
      case Act::peer_lost:
        return peer_lost();
      case Act::end:
        break;
    }
    return nullptr;
  }

  const char* connect(Host host) {
    const char* const fixed = text_of(host);
    line() = {.used = true, .is_missing = host == Host::missing_name};
    (void)client_.connect(slot_, {fixed != nullptr ? fixed : world_.host(host), world_.port(case_.peer)});
    return nullptr;
  }

  // Nothing moves while it is pending, whoever tries.
  const char* comes_to(State wanted) {
    std::uint32_t steps = 0;
    while (client_.state(slot_) == State::pending) {
      if (++steps > world_.patience()) {
        return "it stays pending";
      }
      char bytes[4] = {};
      const transport::Transfer given = client_.offer(slot_, bytes);
      const transport::Transfer taken = client_.take(slot_, bytes);
      if (client_.state(slot_) == State::pending &&
          (given.bytes != 0 || taken.bytes != 0 || given.link != transport::Link::open ||
           taken.link != transport::Link::open)) {
        return "something moves while it is pending";
      }
      world_.step();
    }
    return client_.state(slot_) != wanted ? reason(client_.state(slot_))
           : has_failed(wanted)           ? stays(wanted)
                                          : nullptr;
  }

  const char* comes_to_open_or(State wanted) {
    std::uint32_t steps = 0;
    while (client_.state(slot_) == State::pending) {
      if (++steps > world_.patience()) {
        return "it stays pending";
      }
      world_.step();
    }
    return client_.state(slot_) == State::open ? hears_failure(wanted) : stays(wanted);
  }

  // A failure is told to whoever asks, as often as he asks.
  const char* stays(State wanted) {
    char bytes[4] = {};
    for (int times = 0; times < 3; ++times) {
      const transport::Transfer given = client_.offer(slot_, bytes);
      const transport::Transfer taken = client_.take(slot_, bytes);
      if (given.bytes != 0 || taken.bytes != 0 || given.link != transport::Link::failed ||
          taken.link != transport::Link::failed) {
        return "take or offer does not tell the failure";
      }
      client_.finish(slot_);
      world_.step();
      if (client_.state(slot_) != wanted) {
        return reason(client_.state(slot_));
      }
    }
    return nullptr;
  }

  const char* exchange(std::uint32_t to_send, std::uint32_t to_receive) {
    std::uint32_t idle = 0;
    while (to_send != 0 || to_receive != 0) {
      const std::uint32_t before = to_send + to_receive;
      if (to_send != 0) {
        const char* const problem = send(to_send);
        if (problem != nullptr) {
          return problem;
        }
      }
      if (to_receive != 0) {
        const char* const problem = receive(to_receive);
        if (problem != nullptr) {
          return problem;
        }
      }
      idle = to_send + to_receive == before ? idle + 1 : 0;
      if (idle > world_.patience()) {
        return to_send != 0 ? "no more is accepted" : "no more comes";
      }
      if (idle != 0 || to_receive != 0) {
        world_.step();
      }
    }
    return client_.state(slot_) == State::open ? nullptr : "it is not open while bytes move";
  }

  const char* send(std::uint32_t& rest) {
    std::array<char, piece> bytes;
    const std::uint32_t size = std::min(rest, piece);
    for (std::uint32_t at = 0; at < size; ++at) {
      bytes[at] = pattern(line().sent + at);
    }
    const transport::Transfer given = client_.offer(slot_, std::span(bytes).first(size));
    if (given.link == transport::Link::failed) {
      return reason(client_.state(slot_));
    }
    if (given.bytes > size) {
      return "more is accepted than was offered";
    }
    line().held_back = line().held_back || given.bytes < size;
    line().sent += static_cast<std::uint32_t>(given.bytes);
    rest -= static_cast<std::uint32_t>(given.bytes);
    return nullptr;
  }

  const char* receive(std::uint32_t& rest) {
    std::array<char, piece> bytes;
    const std::uint32_t size = std::min(rest, piece);
    const transport::Transfer taken = client_.take(slot_, std::span(bytes).first(size));
    if (taken.link == transport::Link::failed) {
      return reason(client_.state(slot_));
    }
    if (taken.bytes > size) {
      return "more is taken than there is room for";
    }
    for (std::uint32_t at = 0; at < taken.bytes; ++at) {
      if (bytes[at] != pattern(line().received + at)) {
        return "bytes are not what the peer sent";
      }
    }
    line().received += static_cast<std::uint32_t>(taken.bytes);
    rest -= static_cast<std::uint32_t>(taken.bytes);
    return taken.link == transport::Link::ended && rest != 0 ? "the end comes too early" : nullptr;
  }

  const char* hears_end() {
    for (std::uint32_t steps = 0; steps <= world_.patience(); ++steps) {
      char byte = 0;
      const transport::Transfer taken = client_.take(slot_, {&byte, 1});
      if (taken.bytes != 0) {
        return "something comes before the end";
      }
      if (taken.link == transport::Link::failed) {
        return reason(client_.state(slot_));
      }
      if (taken.link == transport::Link::ended) {
        return client_.state(slot_) == State::open ? nullptr : "an end is no failure";
      }
      world_.step();
    }
    return "the end does not come";
  }

  const char* hears_failure(State wanted) {
    for (std::uint32_t steps = 0; steps <= world_.patience(); ++steps) {
      std::array<char, piece> bytes;
      if (client_.take(slot_, bytes).link == transport::Link::failed) {
        return client_.state(slot_) == wanted ? stays(wanted) : reason(client_.state(slot_));
      }
      world_.step();
    }
    return "the failure does not come";
  }

  // Of what a peer sees, one waits for what is wanted, since it may still be on its way.
  template <typename Wanted>
  const char* peer_sees(const char* otherwise, Wanted wanted) {
    for (std::uint32_t steps = 0; steps <= world_.patience(); ++steps) {
      const std::optional<Seen> seen = world_.seen(case_.peer);
      if (!seen || wanted(*seen)) {
        return nullptr;
      }
      world_.step();
    }
    return otherwise;
  }

  const char* peer_got(std::uint32_t bytes) {
    const char* const missing =
        peer_sees("the peer lacks bytes, or has more", [&](const Seen& seen) { return seen.bytes == bytes; });
    return missing != nullptr
               ? missing
               : peer_sees("the peer got other bytes", [](const Seen& seen) { return seen.in_order; });
  }

  const char* peer_got_end() {
    return peer_sees("the peer did not get the end",
                     [](const Seen& seen) { return seen.ended && !seen.reset; });
  }

  const char* peer_lost() {
    return peer_sees("the peer did not get a reset",
                     [&](const Seen& seen) { return world_.has_reset() ? seen.reset : !seen.ended; });
  }

  [[nodiscard]] Line& line() { return lines_[slot_]; }

  const Case& case_;
  World& world_;
  transport::Client& client_;
  transport::Slot slot_ = 0;
  std::array<Line, slots_used> lines_;
};

/// How a case goes in a world, which must have nothing under way.
[[nodiscard]] inline Verdict try_out(const Case& one, World& world) { return Trial(one, world).run(); }

}  // namespace conformance
