// Whether a series is on the page: always, or only once it has been given a value.
#pragma once

namespace prometheus_express {

/// What a series shows before its first update (`initial:` in the schema).
enum class Initial : unsigned char {
  zero,    // the value 0
  absent,  // no line on the page
  nan,     // NaN, for float and double only
};

template <Initial initial, class Access>
class Presence {
 public:
  [[nodiscard]] static constexpr bool known() { return true; }
  static constexpr void set(bool) {}
};

template <class Access>
class Presence<Initial::absent, Access> {
 public:
  [[nodiscard]] constexpr bool known() const { return Access::load(known_); }
  constexpr void set(bool known) { Access::store(known_, known); }

 private:
  bool known_ = false;
};

}  // namespace prometheus_express
