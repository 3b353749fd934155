// Definitions of heads, for those who leave parts out.
#pragma once

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/head.hpp"
#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/response.hpp"

namespace prometheus_express::http {

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

  void line_end() { put("\r\n"); }

  /// An Allow field with these methods.
  void allow(std::uint8_t methods);

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  char* out_;
  std::size_t size_ = 0;
};

template <Parts parts>
std::size_t BasicHead<parts>::size() const {
  return write(nullptr);
}

template <Parts parts>
std::size_t BasicHead<parts>::write(char* out) const {
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
      sink.line_end();
      sink.put(response_.header_name_);
      sink.put(": ");
      sink.put(response_.header_value_);
    }
  }
  if (length_ == Length::stated) {
    sink.put("\r\nContent-Length: ");
    sink.put(stated_);
  }
  if constexpr (parts.pieces) {
    if (length_ == Length::chunked) {
      sink.put("\r\nTransfer-Encoding: chunked");
    }
  }
  if (persistence_ != Persistence::unsaid) {
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
