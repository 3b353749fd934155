// What our request parser makes of messages: reads `SIZE\n` and as many bytes, as often as there are any, and writes a
// line for each: `accepted METHOD MINOR BODY` with the body in hexadecimal digits, `refused STATUS` or `incomplete`.
#include <array>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "prometheus_express/http/request_parser.hpp"

namespace {

using prometheus_express::http::ParserEvent;

std::string verdict(std::string_view input) {
  std::array<char, 4096> storage;
  prometheus_express::http::RequestParser<prometheus_express::http::all_parts> parser;
  parser.attach(storage);
  parser.start(8192);
  const std::string_view method = input.substr(0, input.find(' '));
  std::string body;
  for (;;) {
    switch (parser.next(input)) {
      case ParserEvent::more:
        return "incomplete";
      case ParserEvent::error:
        return "refused " + std::to_string(parser.error());
      case ParserEvent::head:
        if (!parser.limit_body(4096)) {
          return "refused 413";
        }
        break;
      case ParserEvent::body:
        for (const char c : parser.take_body(input)) {
          std::array<char, 3> digits{};
          std::snprintf(digits.data(), digits.size(), "%02x",
                        static_cast<unsigned>(static_cast<unsigned char>(c)));
          body += digits.data();
        }
        break;
      case ParserEvent::complete: {
        const std::size_t name = method.find_first_not_of("\r\n");
        return "accepted " + std::string(method.substr(name)) + " " + std::to_string(parser.minor_version()) +
               " " + body;
      }
      default:
        break;
    }
  }
}

}  // namespace

int main() {
  std::string size;
  while (std::getline(std::cin, size)) {
    std::string message(std::stoul(size), '\0');
    std::cin.read(message.data(), static_cast<std::streamsize>(message.size()));
    std::cout << verdict(message) << "\n";
  }
  return 0;
}
