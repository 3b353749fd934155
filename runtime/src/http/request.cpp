#include "prometheus_express/http/request.hpp"

#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {
namespace {

/// Takes the next character off a query; a percent sign is followed by two digits, or the request had been refused.
char decode(std::string_view& text) {
  char c = text.front();
  if (c == '+') {
    c = ' ';
  }
  if (c == '%' && text.size() > 2) {
    c = static_cast<char>(message::hexadecimal(text[1]) * 16 + message::hexadecimal(text[2]));
    text.remove_prefix(2);
  }
  text.remove_prefix(1);
  return c;
}

/// Takes everything up to `end`, and `end` itself, off the front of `text`.
std::string_view cut(std::string_view& text, char end) {
  std::size_t size = 0;
  while (size < text.size() && text[size] != end) {
    ++size;
  }
  const std::string_view part = message::front(text, size);
  text.remove_prefix(message::smaller(size + 1, text.size()));
  return part;
}

bool spells(std::string_view encoded, std::string_view name) {
  for (; !encoded.empty() && !name.empty(); name.remove_prefix(1)) {
    if (decode(encoded) != name.front()) {
      return false;
    }
  }
  return encoded.empty() && name.empty();
}

}  // namespace

Status Request::query_value(std::string_view name, std::span<char> out, std::string_view& value,
                            std::size_t occurrence) const {
  for (std::string_view rest = query_; !rest.empty();) {
    std::string_view encoded = cut(rest, '&');
    if (!spells(cut(encoded, '='), name) || occurrence-- != 0) {
      continue;
    }
    std::size_t size = 0;
    for (; !encoded.empty(); ++size) {
      if (size == out.size()) {
        return Status::no_space;
      }
      out[size] = decode(encoded);
    }
    value = {out.data(), size};
    return Status::ok;
  }
  return Status::not_found;
}

std::string_view Request::header(std::string_view name) const {
  for (const Field& field : fields_) {
    if (message::same_name(field.name, name)) {
      return field.value;
    }
  }
  return {};
}

}  // namespace prometheus_express::http
