// How one live value in memory is shared between what updates it and what reads it. A cell's access is chosen
// once for an application (`concurrency:` in the schema) and is part of the type of each metric.
//
//   Counter<std::uint64_t> served;                                            // one thread of execution
//   Counter<std::uint64_t, Initial::zero, InterruptMasked<MyGuard>> ticks;    // updated in interrupts
//   Counter<std::uint64_t, Initial::zero, Atomic> requests;                   // updated by several threads
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

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
  /// Runs `section`, whose loads and stores belong together, and returns what it returns. It is given the access for
  /// them.
  template <class Section>
  static constexpr auto together(Section section) {
    return section(Unshared{});
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
/// constructor and its destructor keep the compiler from moving memory accesses past them. Guards nest.
///
/// From an interrupt of any priority may be called: inc, dec, set, observe, state and reset of metrics, of families with closed
/// labels and of their handles. All else belongs to the main loop, which alone renders: open labels' labels(), remove and
/// clear, info and the scopes.
///
/// An update masks interrupts for at most twelve instructions on Cortex-M0+ and M4 (tests/bench/instructions_on_target):
/// load, add and store of one value, whatever its width. A histogram's or a summary's count and sum are masked one after
/// the other; only a page's reading of all buckets is masked as a whole, two to four instructions a bucket.
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
    if constexpr (takes_long<Value>) {
      // Made unmasked, and again if an interrupt has come between.
      for (Value seen = load(place); !replace(bits(seen), bits(change(seen)), place); seen = load(place)) {
      }
    } else {
      [[maybe_unused]] const Guard guard;
      place = change(place);
    }
  }
  template <class Section>
  static auto together(Section section) {
    [[maybe_unused]] const Guard guard;
    return section(Unshared{});
  }
  using Lock = Unshared::Lock;

 private:
  /// Without a unit for it, a floating-point sum takes a hundred instructions; that of two signed 64-bit numbers, with its
  /// limits, twenty.
  template <class Value>
  static constexpr bool takes_long = std::floating_point<Value> || (sizeof(Value) == sizeof(std::uint64_t) &&
                                                                    !std::unsigned_integral<Value>);

  template <class Value>
  static auto bits(Value value) {
    using Bits = std::conditional_t<sizeof(Value) == sizeof(std::uint64_t), std::uint64_t, std::uint32_t>;
    return std::bit_cast<Bits>(value);
  }

  /// Stores `value` unless the place no longer holds `seen`. Not inlined: the compiler would put the sum of which `value` is
  /// the result, and which touches no memory, behind the masking.
  template <class Value, class Bits>
  [[gnu::noinline]] static bool replace(Bits seen, Bits value, Value& place) {
    [[maybe_unused]] const Guard guard;
    if ((bits(place) ^ seen) != 0) {  // half as many instructions as `!=` of 64 bits
      return false;
    }
    place = std::bit_cast<Value>(value);
    return true;
  }
};

/// Access for cells that several threads update. Every value is lock-free, so that no target needs libatomic. By the
/// compilers' own functions, since libc++ has std::atomic_ref from 19 on only.
struct Atomic {
  template <class Value>
  static Value load(const Value& place) {
    static_assert(is_lock_free<Value>, "this target has no atomic of that width");
    Value value;
    __atomic_load(&place, &value, __ATOMIC_ACQUIRE);
    return value;
  }
  template <class Value>
  static void store(Value& place, Value value) {
    static_assert(is_lock_free<Value>, "this target has no atomic of that width");
    __atomic_store(&place, &value, __ATOMIC_RELEASE);
  }
  template <class Value, class Change>
  static void update(Value& place, Change change) {
    static_assert(is_lock_free<Value>, "this target has no atomic of that width");
    Value seen;
    __atomic_load(&place, &seen, __ATOMIC_RELAXED);
    Value next;
    do {
      next = change(seen);
    } while (!__atomic_compare_exchange(&place, &seen, &next, true, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED));
  }
  /// Each access is atomic by itself: an update of another thread may come between two of them.
  template <class Section>
  static auto together(Section section) {
    return section(Atomic{});
  }

  /// Keeps other threads out of a section. Who waits turns round, as sections are short: the scheduler must let a thread
  /// that holds it go on. One of fixed priorities does not, so there `interrupts` is the access to choose.
  class Lock {
   public:
    template <class Section>
    auto hold(Section section) const {
      while (__atomic_exchange_n(&held_, std::uint32_t{1}, __ATOMIC_ACQUIRE) != 0) {
      }
      const struct Release {
        std::uint32_t& held;
        ~Release() { Atomic::store(held, std::uint32_t{0}); }
      } release{held_};
      return section();
    }

   private:
    mutable std::uint32_t held_ = 0;
  };

 private:
  template <class Value>
  static constexpr bool is_lock_free = __atomic_always_lock_free(sizeof(Value), nullptr);
};

}  // namespace prometheus_express
