// A metric with closed labels: one child for each combination of label values, all in place from the start.
//
//   Family<Counter<std::uint64_t>, Method, Code> http_requests;
//   http_requests.labels(Method::get, Code::_200).inc();         // resolved to an address by the compiler
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include "prometheus_express/metrics/labels.hpp"

namespace prometheus_express {

template <class Child, Label... Labels>
class Family {
 public:
  using ChildType = Child;
  static constexpr std::size_t size = (label_count<Labels> * ...);

  /// The child of these label values, one of each label in the order of the schema.
  [[nodiscard]] constexpr Child& labels(Labels... values) { return children_[index(values...)]; }
  [[nodiscard]] constexpr const Child& labels(Labels... values) const { return children_[index(values...)]; }

 private:
  /// The last label varies fastest, as on the page.
  static constexpr std::size_t index(Labels... values) {
    std::size_t row = 0;
    ((row = row * label_count<Labels> + static_cast<std::size_t>(values)), ...);
    return row;
  }

  std::array<Child, size> children_{};
};

/// A metric without labels is its own only child.
template <class Metric>
struct ChildOf {
  using Type = Metric;
};
template <class Metric>
requires requires { typename Metric::ChildType; }
struct ChildOf<Metric> {
  using Type = typename Metric::ChildType;
};

}  // namespace prometheus_express
