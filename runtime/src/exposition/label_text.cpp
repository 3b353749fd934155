#include "prometheus_express/exposition/label_text.hpp"

#include <cstddef>

namespace prometheus_express {
namespace {

constexpr bool is_escaped(char character) {
  return character == '\\' || character == '"' || character == '\n';
}

std::string_view escape(char character) {
  return character == '\n' ? R"(\n)" : character == '"' ? R"(\")" : R"(\\)";
}

}  // namespace

std::string_view take_escaped(std::string_view& rest) {
  std::size_t size = 0;
  while (size < rest.size() && !is_escaped(rest[size])) {
    ++size;
  }
  const std::string_view piece = size == 0 ? escape(rest[0]) : rest.substr(0, size);
  rest.remove_prefix(size == 0 ? 1 : size);
  return piece;
}

}  // namespace prometheus_express
