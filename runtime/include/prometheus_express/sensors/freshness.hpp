// How old a value is, on a clock that wraps every 49.7 days.
//
//   freshness.renew(now);                                   // a value has been set
//   if (freshness.expires(now, max_age)) { …take it off the page… }
#pragma once

#include <cstdint>

#include "prometheus_express/base/clock.hpp"

namespace prometheus_express::sensors {

/// Tells once when a value has become older than allowed.
class Freshness {
 public:
  constexpr void renew(Time now) {
    set_ = now;
    fresh_ = true;
  }

  /// True at the first call after `max_age`, which is less than 24 days; call it at least that often.
  [[nodiscard]] constexpr bool expires(Time now, Duration max_age) {
    if (!fresh_ || now - set_ <= max_age) {
      return false;
    }
    fresh_ = false;
    return true;
  }

  [[nodiscard]] constexpr bool fresh() const { return fresh_; }
  /// When it will have become older than `max_age`.
  [[nodiscard]] constexpr Time end(Duration max_age) const { return set_ + max_age + Duration{1}; }

 private:
  Time set_{};
  bool fresh_ = false;
};

/// Whole seconds since a moment, for years, if it is asked at least once in 49 days. Before the first such moment they count
/// from the first question on.
class Age {
 public:
  constexpr void restart(Time now) {
    mark_ = now;
    seconds_ = 0;
    counts_ = true;
  }

  constexpr std::uint32_t seconds(Time now) {
    if (!counts_) {
      restart(now);
    }
    const std::uint32_t more = (now - mark_).milliseconds / 1000;
    mark_ = mark_ + Duration::seconds(more);
    seconds_ += more;
    return seconds_;
  }

 private:
  Time mark_{};
  std::uint32_t seconds_ = 0;
  bool counts_ = false;
};

/// How long it is until the nearest of several moments.
class Earliest {
 public:
  /// `latest`: what to answer when there is nothing sooner.
  constexpr Earliest(Time now, Duration latest) : now_(now), soonest_(latest) {}

  constexpr void add(Time moment) {
    const std::uint32_t ahead = moment.milliseconds - now_.milliseconds;
    const Duration wait{static_cast<std::int32_t>(ahead) < 0 ? 0 : ahead};
    soonest_ = wait < soonest_ ? wait : soonest_;
  }

  /// Zero where one of them has passed.
  [[nodiscard]] constexpr Duration pause() const { return soonest_; }

 private:
  Time now_;
  Duration soonest_;
};

}  // namespace prometheus_express::sensors
