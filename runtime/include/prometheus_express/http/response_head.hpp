// Formats the head of a response: status line and header section (RFC 9112 sections 4 and 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/reason.hpp"
#include "prometheus_express/http/response.hpp"

namespace prometheus_express::http {

/// How the end of the body is told.
enum class BodyEnd : std::uint8_t {
  content_length,
  chunks,      // Transfer-Encoding
  connection,  // the body goes on until the connection ends
  no_body,     // there cannot be one
};

/// What is said of the connection.
enum class Persistence : std::uint8_t { implied, close, keep_alive };

/// Counts the bytes of a text, and writes them where there is somewhere to write to.
class HeadSink {
 public:
  explicit HeadSink(char* out) : out_(out) {}

  void put(const char* text, std::size_t size);

  void put(std::string_view text) { put(text.data(), text.size()); }

  template <std::size_t size>
  void put(const char (&text)[size]) {
    put(text, size - 1);
  }

  void put(std::uint32_t number);

  /// An Allow field with these methods, a bit each.
  void allow(std::uint8_t methods);

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  char* out_;
  std::size_t size_ = 0;
};

/// Room for the head where there are pages only. With phrases the longest is that of a 405, which has Content-Type, Allow,
/// Content-Length and Connection: 142 bytes. Without, and so without bodies of errors, it is that of a page: 121.
template <Parts parts>
inline constexpr std::size_t largest_head_of_pages = parts.phrases ? 160 : 128;

/// Of the parts, it knows `handlers` (a header field), `pieces` (an answer without Content-Length) and `phrases`.
template <Parts parts>
class ResponseHead {
 public:
  constexpr ResponseHead(const Response& response, BodyEnd end, std::uint32_t content_length,
                         Persistence persistence)
      : response_(response), content_length_(content_length), end_(end), persistence_(persistence) {}

  /// Number of bytes.
  [[nodiscard]] std::size_t size() const { return write_to(nullptr); }

  /// Writes it to `out`, where there is room for `size()`; returns the number of bytes.
  std::size_t write_to(char* out) const;

 private:
  const Response& response_;
  std::uint32_t content_length_;
  BodyEnd end_;
  Persistence persistence_;
};

template <Parts parts>
std::size_t ResponseHead<parts>::write_to(char* out) const {
  HeadSink sink(out);
  sink.put("HTTP/1.1 ");
  sink.put(std::uint32_t{response_.code_});
  sink.put(" ");
  if constexpr (parts.phrases) {
    sink.put(reason(response_.code_));
  }
  if (!response_.type_.empty()) {
    sink.put("\r\nContent-Type: ");
    sink.put(response_.type_);
  }
  if (response_.allow_ != 0) {
    if constexpr (parts.handlers) {
      sink.allow(response_.allow_);
    } else {
      sink.put("\r\nAllow: GET, HEAD, OPTIONS");
    }
  }
  if constexpr (parts.handlers) {
    if (!response_.header_name_.empty()) {
      sink.put("\r\n");
      sink.put(response_.header_name_);
      sink.put(": ");
      sink.put(response_.header_value_);
    }
  }
  if (end_ == BodyEnd::content_length) {
    sink.put("\r\nContent-Length: ");
    sink.put(content_length_);
  }
  if constexpr (parts.pieces) {
    if (end_ == BodyEnd::chunks) {
      sink.put("\r\nTransfer-Encoding: chunked");
    }
  }
  if (persistence_ != Persistence::implied) {
    sink.put("\r\nConnection: ");
    if (persistence_ == Persistence::close) {
      sink.put("close");
    } else {
      sink.put("keep-alive");
    }
  }
  sink.put("\r\n\r\n");
  return sink.size();
}

}  // namespace prometheus_express::http
