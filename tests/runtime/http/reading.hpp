// What a request parser made of some bytes, as text, so that two readings are easily compared and shown.
//
//   EXPECT_EQ(Reading().feed("GET / HTTP/1.0\r\n").feed("\r\n").text, "GET /? 1.0\n[]");
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prometheus_express/http/request_parser.hpp"

namespace prometheus_express::http {

inline constexpr std::string_view wanted[] = {"Authorization", "X-Note", "Host"};

class Reading {
 public:
  explicit Reading(std::size_t storage = 128, std::uint16_t header_bytes = 1024, std::uint32_t body = 20)
      : storage_(storage), header_bytes_(header_bytes), body_limit_(body) {
    parser_.attach(storage_);
    parser_.start(header_bytes_);
  }

  Reading& feed(std::string_view input) {
    while (!failed_) {
      switch (parser_.next(input)) {
        case ParserEvent::more:
          return *this;
        case ParserEvent::request_line:
          text += parser_.method_known() ? std::string(to_string(parser_.method())) : "unknown";
          text += " " + std::string(parser_.path()) + "?" + std::string(parser_.query());
          text += parser_.query_dropped() ? " dropped" : "";
          text += " 1." + std::to_string(parser_.minor_version()) + "\n";
          parser_.keep(wanted);
          break;
        case ParserEvent::head:
          for (std::size_t at = 0; at < std::size(wanted); ++at) {
            if (parser_.kept(at).data() != nullptr) {
              text += std::string(wanted[at]) + "=" + std::string(parser_.kept(at)) + "\n";
            }
          }
          if (parser_.framing().close()) {
            text += "close\n";
          }
          if (parser_.framing().keep_alive()) {
            text += "keep-alive\n";
          }
          if (parser_.framing().expects_continue()) {
            text += "expects continue\n";
          }
          if (!parser_.limit_body(body_limit_)) {
            text += "long";
            failed_ = true;
          }
          break;
        case ParserEvent::body:
          body_ += parser_.take_body(input);
          break;
        case ParserEvent::complete:
          text += "[" + body_ + "]";
          body_.clear();
          parser_.start(header_bytes_);
          break;
        case ParserEvent::error:
          text += "[" + body_ + "]" + std::to_string(parser_.error());
          failed_ = true;
          break;
      }
    }
    return *this;
  }

  std::string text;

  /// True once nothing that follows can be read.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::vector<char> storage_;
  RequestParser<all_parts> parser_;
  std::uint16_t header_bytes_;
  std::uint32_t body_limit_;
  std::string body_;
  bool failed_ = false;
};

}  // namespace prometheus_express::http
