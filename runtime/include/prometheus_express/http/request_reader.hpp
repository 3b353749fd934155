// Reads one client's requests: takes bytes from the transport and gives what the parser finds in them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

template <Parts parts>
class RequestReader {
 public:
  constexpr RequestReader() = default;

  /// Begins with a new client. `storage` is for what is kept of a request, `header_bytes` bounds its header section
  /// (see RequestParser).
  void open(std::span<char> storage, std::uint16_t header_bytes) {
    parser_.attach(storage);
    parser_.start(header_bytes);
    input_ = {};
  }

  /// Takes what has arrived, as far as `buffer` holds it. What was received before has been read, or is dropped.
  transport::Transfer receive(transport::Transport& transport, transport::Slot slot, std::span<char> buffer) {
    const transport::Transfer received = transport.take(slot, buffer);
    input_ = {buffer.data(), received.bytes};
    return received;
  }

  /// True while there are received bytes that were not read.
  [[nodiscard]] constexpr bool has_input() const { return !input_.empty(); }

  /// Drops them: they cannot be read.
  void drop_input() { input_ = {}; }

  /// Reads up to the next event of the request under way; `take_body` is to be called at `body`.
  [[nodiscard]] ParserEvent next() { return parser_.next(input_); }
  std::string_view take_body() { return parser_.take_body(input_); }

  /// The request under way.
  [[nodiscard]] constexpr RequestParser<parts>& request() { return parser_; }
  [[nodiscard]] constexpr const RequestParser<parts>& request() const { return parser_; }

 private:
  RequestParser<parts> parser_;
  std::string_view input_;
};

}  // namespace prometheus_express::http
