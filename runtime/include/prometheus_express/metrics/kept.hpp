// How a scope keeps the metric that it ends on: a metric by its address, a handle by value.
#pragma once

#include <type_traits>

namespace prometheus_express {

/// Handles can be copied and metrics cannot.
template <class Metric>
using Kept = std::conditional_t<std::is_copy_constructible_v<Metric>, Metric, Metric&>;

}  // namespace prometheus_express
