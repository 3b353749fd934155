// A place where a renderer keeps what several lines of a page must agree on: a histogram as it was when its first line
// started, the label values of an open series. The generator knows its size: `snapshot_bytes` of generated code.
#pragma once

#include <cstddef>

namespace prometheus_express {

/// Memory aligned for 64-bit numbers, as large as the page's largest snapshot.
using Snapshot = std::byte*;

inline constexpr std::size_t snapshot_alignment = 8;

}  // namespace prometheus_express
