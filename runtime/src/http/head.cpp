#include "prometheus_express/http/head.hpp"

#include <algorithm>

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/response.hpp"

namespace prometheus_express::http {
namespace {

struct Reason {
  std::uint16_t code;
  std::uint8_t size;
  const char* phrase;
};

template <std::size_t size>
consteval Reason known(std::uint16_t code, const char (&phrase)[size]) {
  return {code, size - 1, phrase};
}

constexpr Reason reasons[] = {
    known(200, "OK"),
    known(201, "Created"),
    known(204, "No Content"),
    known(400, "Bad Request"),
    known(401, "Unauthorized"),
    known(403, "Forbidden"),
    known(404, "Not Found"),
    known(405, "Method Not Allowed"),
    known(408, "Request Timeout"),
    known(411, "Length Required"),
    known(413, "Content Too Large"),
    known(414, "URI Too Long"),
    known(417, "Expectation Failed"),
    known(431, "Request Header Fields Too Large"),
    known(500, "Internal Server Error"),
    known(501, "Not Implemented"),
    known(503, "Service Unavailable"),
    known(505, "HTTP Version Not Supported"),
};

/// Counts the bytes of a text, and writes them where there is somewhere to write to.
class Sink {
 public:
  explicit Sink(char* out) : out_(out) {}

  void put(std::string_view text) {
    if (out_ != nullptr) {
      std::copy(text.begin(), text.end(), out_ + size_);
    }
    size_ += text.size();
  }

  void put(std::uint32_t number) {
    NumberText text;
    const std::size_t size = format(text, number);
    put(std::string_view(text.data(), size));
  }

  /// A header field; none when its name is empty.
  void field(std::string_view name, std::string_view value) {
    if (name.empty()) {
      return;
    }
    put(name);
    put(": ");
    put(value);
    put("\r\n");
  }

  void allow(std::uint8_t methods) {
    std::string_view lead = "Allow: ";
    for (const std::string_view name : method_names) {
      if ((methods & 1U) != 0) {
        put(lead);
        put(name);
        lead = ", ";
      }
      methods >>= 1U;
    }
    put("\r\n");
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  char* out_;
  std::size_t size_ = 0;
};

}  // namespace

std::string_view reason(std::uint16_t code) {
  for (const Reason& known : reasons) {
    if (known.code == code) {
      return {known.phrase, known.size};
    }
  }
  return {};
}

std::size_t Head::size() const { return write({}); }

std::size_t Head::write(std::span<char> out) const {
  Sink sink(out.data());
  sink.put("HTTP/1.1 ");
  sink.put(response_.code_);
  sink.put(" ");
  sink.put(reason(response_.code_));
  sink.put("\r\n");
  if (!response_.type_.empty()) {
    sink.field("Content-Type", response_.type_);
  }
  if (response_.allow_ != 0) {
    sink.allow(response_.allow_);
  }
  sink.field(response_.header_name_, response_.header_value_);
  if (length_ == Length::stated) {
    sink.put("Content-Length: ");
    sink.put(stated_);
    sink.put("\r\n");
  }
  if (length_ == Length::chunked) {
    sink.field("Transfer-Encoding", "chunked");
  }
  if (persistence_ != Persistence::unsaid) {
    sink.field("Connection", persistence_ == Persistence::close ? "close" : "keep-alive");
  }
  sink.put("\r\n");
  return sink.size();
}

}  // namespace prometheus_express::http
