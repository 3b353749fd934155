// Reads responses as a client does (RFC 9112), for tests only: plain and unforgiving.
//
//   ResponseReader reader(client.received);
//   const ReadResponse response = reader.next();
#pragma once

#include <cstdio>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace prometheus_express::http {

struct ReadResponse {
  int code = 0;
  std::string reason;
  std::map<std::string, std::string> fields;  // names as sent
  std::string body;
  std::size_t chunks = 0;

  [[nodiscard]] std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  }
};

/// Firmware has no exceptions: there, the first bad response ends the program of tests.
template <class Error>
[[noreturn]] inline void give_up(const std::string& what) {
#if defined(__cpp_exceptions)
  throw Error(what);
#else
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
#endif
}

/// The bytes end before the response does.
struct IncompleteResponse : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ResponseReader {
 public:
  explicit ResponseReader(std::string_view bytes) : rest_(bytes) {}

  /// The next response. `bodiless`: it answers a HEAD request.
  ReadResponse next(bool bodiless = false) {
    ReadResponse response;
    const std::string status = line();
    if (status.substr(0, 9) != "HTTP/1.1 " || status.size() < 13 || status[12] != ' ') {
      fail("status line");
    }
    response.code = std::stoi(status.substr(9, 3));
    response.reason = status.substr(13);
    for (std::string field = line(); !field.empty(); field = line()) {
      const std::size_t colon = field.find(": ");
      if (colon == std::string::npos) {
        fail("field");
      }
      if (!response.fields.emplace(field.substr(0, colon), field.substr(colon + 2)).second) {
        fail("field twice");
      }
    }
    if (bodiless || response.code == 204 || response.code == 304 || response.code < 200) {
      return response;
    }
    if (response.fields.contains("Transfer-Encoding")) {
      if (response.field("Transfer-Encoding") != "chunked" || response.fields.contains("Content-Length")) {
        fail("coding");
      }
      for (;;) {
        const std::string digits = line();
        if (digits.empty() || (digits.size() > 1 && digits[0] == '0')) {
          fail("chunk size");
        }
        const std::size_t size = std::stoul(digits, nullptr, 16);
        if (size == 0) {
          break;
        }
        ++response.chunks;
        response.body += take(size);
        if (take(2) != "\r\n") {
          fail("chunk end");
        }
      }
      if (!line().empty()) {
        fail("trailer");
      }
    } else if (response.fields.contains("Content-Length")) {
      response.body = take(std::stoul(response.field("Content-Length")));
    } else {
      response.body = take(rest_.size());
    }
    return response;
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  [[noreturn]] void fail(const std::string& what) {
    give_up<std::runtime_error>("bad response: " + what + " before: " + std::string(rest_));
  }

  std::string take(std::size_t size) {
    if (size > rest_.size()) {
      give_up<IncompleteResponse>("incomplete response: " + std::string(rest_));
    }
    std::string taken(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return taken;
  }

  std::string line() {
    const std::size_t end = rest_.find("\r\n");
    if (end == std::string_view::npos) {
      give_up<IncompleteResponse>("incomplete line: " + std::string(rest_));
    }
    std::string taken = take(end);
    take(2);
    return taken;
  }

  std::string_view rest_;
};

}  // namespace prometheus_express::http
