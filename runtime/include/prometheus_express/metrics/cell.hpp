// How one live value in memory is shared between what updates it and what reads it. A cell's access is chosen
// once for an application (`concurrency:` in the schema) and is part of the type of each metric.
//
//   Counter<std::uint64_t> served;                                            // one thread of execution
//   Counter<std::uint64_t, Initial::zero, InterruptMasked<MyGuard>> ticks;    // updated in interrupts
//   Counter<std::uint64_t, Initial::zero, Atomic> requests;                   // updated by several threads
#pragma once

#include <atomic>
#include <concepts>
#include <cstdint>

namespace prometheus_express {

/// Access for cells that only one thread of execution touches: plain loads and stores.
struct Unshared {
  template <class Value>
  static constexpr Value load(const Value& place) {
    return place;
  }
  template <class Value>
  static constexpr void store(Value& place, Value value) {
    place = value;
  }
  /// Replaces the value by `change(value)`.
  template <class Value, class Change>
  static constexpr void update(Value& place, Change change) {
    place = change(place);
  }
  /// Runs `section`, whose loads and stores belong together, and returns what it returns.
  template <class Section>
  static constexpr auto together(Section section) {
    return section();
  }
  /// Keeps other threads out of a section: there are none.
  struct Lock {
    template <class Section>
    constexpr auto hold(Section section) const {
      return section();
    }
  };
};

/// Access for cells that interrupts update. While an object of `Guard` lives, they are masked; its
/// constructor and its destructor keep the compiler from moving memory accesses past them.
template <class Guard>
struct InterruptMasked {
  template <class Value>
  static Value load(const Value& place) {
    [[maybe_unused]] const Guard guard;
    return place;
  }
  template <class Value>
  static void store(Value& place, Value value) {
    [[maybe_unused]] const Guard guard;
    place = value;
  }
  template <class Value, class Change>
  static void update(Value& place, Change change) {
    [[maybe_unused]] const Guard guard;
    place = change(place);
  }
  /// Interrupts stay masked for the whole section, so it is short; guards nest.
  template <class Section>
  static auto together(Section section) {
    [[maybe_unused]] const Guard guard;
    return section();
  }
  using Lock = Unshared::Lock;
};

/// Access for cells that several threads update. Every value is lock-free, so that no target needs libatomic.
struct Atomic {
  template <class Value>
  static Value load(const Value& place) {
    return reference(const_cast<Value&>(place)).load(std::memory_order_acquire);
  }
  template <class Value>
  static void store(Value& place, Value value) {
    reference(place).store(value, std::memory_order_release);
  }
  template <class Value, class Change>
  static void update(Value& place, Change change) {
    Value seen = reference(place).load(std::memory_order_relaxed);
    while (!reference(place).compare_exchange_weak(seen, change(seen), std::memory_order_acq_rel,
                                                   std::memory_order_relaxed)) {
    }
  }
  /// Each access is atomic by itself: an update of another thread may come between two of them.
  template <class Section>
  static auto together(Section section) {
    return section();
  }

  /// Keeps other threads out of a section. Who waits turns round, as sections are short: the scheduler must let a thread
  /// that holds it go on. One of fixed priorities does not, so there `interrupts` is the access to choose.
  class Lock {
   public:
    template <class Section>
    auto hold(Section section) const {
      while (reference(held_).exchange(1, std::memory_order_acquire) != 0) {
      }
      const Release release{held_};
      return section();
    }

   private:
    struct Release {
      std::uint32_t& held;
      ~Release() { Atomic::store(held, std::uint32_t{0}); }
    };
    mutable std::uint32_t held_ = 0;
  };

 private:
  template <class Value>
  static std::atomic_ref<Value> reference(Value& place) {
    static_assert(std::atomic_ref<Value>::is_always_lock_free, "this target has no atomic of that width");
    return std::atomic_ref<Value>(place);
  }
};

}  // namespace prometheus_express
