#include "prometheus_express/http/head.hpp"

#include <cstring>

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/response.hpp"
#include "text.hpp"

namespace prometheus_express::http {
namespace {

/// Status codes with their reason phrases, as they stand in a status line, each with a NUL at its end.
constexpr char reasons[] =
    "200 OK\0"
    "201 Created\0"
    "204 No Content\0"
    "400 Bad Request\0"
    "401 Unauthorized\0"
    "403 Forbidden\0"
    "404 Not Found\0"
    "405 Method Not Allowed\0"
    "408 Request Timeout\0"
    "411 Length Required\0"
    "413 Content Too Large\0"
    "414 URI Too Long\0"
    "417 Expectation Failed\0"
    "431 Request Header Fields Too Large\0"
    "500 Internal Server Error\0"
    "501 Not Implemented\0"
    "503 Service Unavailable\0"
    "505 HTTP Version Not Supported\0";

constexpr std::size_t code_size = 3;

/// Counts the bytes of a text, and writes them where there is somewhere to write to.
class Sink {
 public:
  explicit Sink(char* out) : out_(out) {}

  void put(std::string_view text) {
    if (out_ != nullptr) {
      append(out_ + size_, text);
    }
    size_ += text.size();
  }

  void put(const char* text) { put(std::string_view(text)); }

  void put(std::uint32_t number) {
    NumberText text;
    const std::size_t size = format(text, number);
    put(std::string_view(text.data(), size));
  }

  void line_end() { put("\r\n"); }

  /// A field of this name, which comes with its colon and space; none for an empty value.
  void field(const char* name, std::string_view value) {
    if (value.empty()) {
      return;
    }
    put(name);
    put(value);
    line_end();
  }

  void allow(std::uint8_t methods) {
    const char* lead = "Allow: ";
    for (const std::string_view name : method_names) {
      if ((methods & 1U) != 0) {
        put(lead);
        put(name);
        lead = ", ";
      }
      methods >>= 1U;
    }
    line_end();
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  char* out_;
  std::size_t size_ = 0;
};

}  // namespace

std::string_view reason(std::uint16_t code) {
  NumberText digits;
  (void)format(digits, std::uint32_t{code});
  for (const char* entry = reasons; *entry != '\0'; ++entry) {
    const std::string_view known(entry);
    if (std::memcmp(entry, digits.data(), code_size) == 0) {
      return {entry + code_size + 1, known.size() - code_size - 1};
    }
    entry += known.size();
  }
  return {};
}

std::size_t Head::size() const { return write(nullptr); }

std::size_t Head::write(char* out) const {
  Sink sink(out);
  sink.put("HTTP/1.1 ");
  sink.put(std::uint32_t{response_.code_});
  sink.put(" ");
  sink.put(reason(response_.code_));
  sink.line_end();
  sink.field("Content-Type: ", response_.type_);
  if (response_.allow_ != 0) {
    sink.allow(response_.allow_);
  }
  if (!response_.header_name_.empty()) {
    sink.put(response_.header_name_);
    sink.put(": ");
    sink.put(response_.header_value_);
    sink.line_end();
  }
  if (length_ == Length::stated) {
    sink.put("Content-Length: ");
    sink.put(stated_);
    sink.line_end();
  }
  if (length_ == Length::chunked) {
    sink.put("Transfer-Encoding: chunked\r\n");
  }
  if (persistence_ == Persistence::close) {
    sink.put("Connection: close\r\n");
  }
  if (persistence_ == Persistence::keep_alive) {
    sink.put("Connection: keep-alive\r\n");
  }
  sink.line_end();
  return sink.size();
}

}  // namespace prometheus_express::http
