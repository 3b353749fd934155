// Some values of a closed label set: those that a family has, where others of the label's name have more.
//
//   using PressureSensor = Subset<Sensor::bme680, Sensor::dps310>;
//   Family<Gauge<float>, PressureSensor> pressure;
//   pressure.labels(Sensor::bme680).set(101325);          // a constant is checked by the compiler:
//   pressure.labels(Sensor::si7021).set(101325);          // does not compile
//   PressureSensor found;
//   if (PressureSensor::find(sensor, found)) {            // what is known at run time only is looked for
//     pressure.labels(found).set(101325);
//   }
//   for (PressureSensor one : all<PressureSensor>) …
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "prometheus_express/metrics/labels.hpp"

namespace prometheus_express {

/// Not constexpr, so that a constant which leads here does not compile.
inline void the_family_has_no_such_label_value() {}

/// `values` are of one enum, in its order.
template <auto first, decltype(first)... further>
class Subset {
 public:
  using Set = decltype(first);

  /// The first value.
  constexpr Subset() = default;

  /// A constant of the set; one that is not in the subset does not compile.
  consteval Subset(Set value) {  // NOLINT(google-explicit-constructor)
    if (!find(value, *this)) {
      the_family_has_no_such_label_value();
    }
  }

  /// Finds a value of the set; false, and `found` as it was, when the subset does not have it.
  [[nodiscard]] static constexpr bool find(Set value, Subset& found) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] == value) {
        found.position_ = static_cast<Position>(i);
        return true;
      }
    }
    return false;
  }

  static constexpr Subset at(std::size_t position) {
    Subset value;
    value.position_ = static_cast<Position>(position);
    return value;
  }

  [[nodiscard]] constexpr std::size_t position() const { return position_; }

  /// The value in its set.
  constexpr operator Set() const { return values[position_]; }  // NOLINT(google-explicit-constructor)

  friend consteval auto label_values(Subset) {
    std::array<std::string_view, values.size()> texts{};
    for (std::size_t i = 0; i < texts.size(); ++i) {
      texts[i] = to_string(values[i]);
    }
    return texts;
  }

 private:
  using Position = std::underlying_type_t<Set>;

  static constexpr std::array<Set, 1 + sizeof...(further)> values{first, further...};

  Position position_ = 0;
};

}  // namespace prometheus_express
