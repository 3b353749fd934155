#include "prometheus_express/http/request_storage.hpp"

#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::http {
namespace {

void reverse(char* begin, char* end) {
  while (begin < --end) {
    const char c = *begin;
    *begin++ = *end;
    *end = c;
  }
}

}  // namespace

bool RequestStorage::drop_query() {
  for (char* at = bytes_; at != bytes_ + used_; ++at) {
    if (*at == '?') {
      *at = '\0';
      return true;
    }
  }
  return false;
}

std::size_t RequestStorage::find(std::size_t field) const {
  std::size_t at = path_size_ + query_size_;
  while (at < used_ && static_cast<unsigned char>(bytes_[at]) != field + 1) {
    while (bytes_[++at] != '\0') {
    }
    ++at;
  }
  return at;
}

std::string_view RequestStorage::value(std::size_t field) const {
  const std::size_t at = find(field);
  return at < used_ ? std::string_view(bytes_ + at + 1) : std::string_view();
}

bool RequestStorage::begin_value(std::uint8_t field) {
  const std::size_t at = find(field);
  bool room = true;
  if (at == used_) {
    room = put(static_cast<char>(field + 1));
  } else {
    char* const begin = bytes_ + at;
    char* const end = bytes_ + used_;
    char* const next = begin + value(field).size() + 2;
    reverse(begin, next);
    reverse(next, end);
    reverse(begin, end);
    --used_;
    room = put(',') && put(' ');
  }
  value_start_ = used_;
  return room;
}

bool RequestStorage::put_value(const char* at, const char* end) {
  for (; at != end; ++at) {
    if (!(used_ == value_start_ && message::is_space(*at)) && !put(*at)) {
      return false;
    }
  }
  return true;
}

bool RequestStorage::end_value() {
  while (used_ > value_start_ && message::is_space(bytes_[used_ - 1U])) {
    --used_;
  }
  return put('\0');
}

}  // namespace prometheus_express::http
