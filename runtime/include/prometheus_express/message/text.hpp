// Small operations on texts, as functions of their own: the templates of the standard library would be compiled into
// each of their callers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace prometheus_express::message {

inline constexpr std::string_view line_end = "\r\n";

bool equal(std::string_view one, std::string_view other);

/// Compares field names and the like, in which case does not matter.
bool same_name(std::string_view one, std::string_view other);

/// Copies `text` to `to`, which has room for it and does not overlap it; returns its end.
char* append(char* to, std::string_view text);

/// The first `size` bytes, which there are.
constexpr std::string_view front(std::string_view text, std::size_t size) { return {text.data(), size}; }

constexpr std::size_t smaller(std::size_t one, std::size_t other) { return one < other ? one : other; }

}  // namespace prometheus_express::message
