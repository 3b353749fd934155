// What is kept of a request until it is answered, in one piece of memory: its path, its query, then the header fields that
// its route asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/target.hpp"

namespace prometheus_express::http {

class RequestStorage {
 public:
  /// Works in `bytes`, 65,535 at most.
  constexpr void attach(std::span<char> bytes) {
    bytes_ = bytes.data();
    size_ = static_cast<std::uint16_t>(bytes.size());
  }

  /// Where the memory ends.
  [[nodiscard]] constexpr char* end() const { return bytes_ + size_; }

  constexpr void clear() {
    used_ = 0;
    path_size_ = 0;
    query_size_ = 0;
  }

  /// Appends a character; false when there is no room.
  bool put(char c);

  [[nodiscard]] constexpr bool empty() const { return used_ == 0; }

  /// Ends what was put with a NUL where its first question mark is; false when there is none. Nothing may be put behind it.
  bool drop_query();

  /// Takes what was put, with a NUL at its end, for the target of a request. False when it is none for `method`.
  bool take_target(Method method);

  /// Forgets what was put, the target of a method that nobody knows. False when it is an asterisk: the opening of HTTP/2 has
  /// that (RFC 9113 section 3.4).
  bool drop_target();

  /// The percent-decoded path, `*` for the asterisk-form.
  [[nodiscard]] constexpr std::string_view path() const { return {bytes_, path_size_}; }
  [[nodiscard]] constexpr std::string_view query() const { return {bytes_ + path_size_, query_size_}; }

  // Fields have numbers from 0 to 253.

  /// Begins a value of `field`. That of an earlier line of it comes before what is put, with a comma between them
  /// (RFC 9110 section 5.3). False when there is no room.
  bool begin_value(std::uint8_t field);

  /// Appends a part of the value, but for white space in front of it; false when there is no room.
  bool put_value(const char* at, const char* end);

  /// Takes white space off the end of the value; false when there is no room.
  bool end_value();

  /// The value of `field`; a view without data when there is none.
  [[nodiscard]] std::string_view value(std::size_t field) const;

 private:
  [[nodiscard]] std::size_t find(std::size_t field) const;

  std::uint16_t size_ = 0;
  std::uint16_t value_start_ = 0;
  std::uint16_t used_ = 0;
  std::uint16_t path_size_ = 0;
  std::uint16_t query_size_ = 0;
  char* bytes_ = nullptr;  // path, query, then for each field: its number + 1, its value, a NUL
};

inline bool RequestStorage::put(char c) {
  if (used_ == size_) {
    return false;
  }
  bytes_[used_++] = c;
  return true;
}

inline bool RequestStorage::take_target(Method method) {
  const Target target = parse_target(bytes_, method);
  path_size_ = target.path;
  query_size_ = target.query;
  used_ = static_cast<std::uint16_t>(target.path + target.query);
  return target.path != 0;
}

inline bool RequestStorage::drop_target() {
  used_ = 0;
  return bytes_[0] != '*';
}

}  // namespace prometheus_express::http
