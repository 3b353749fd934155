// Formats the head of a response: status line and header section (RFC 9112 sections 4 and 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "prometheus_express/http/parts.hpp"

namespace prometheus_express::http {

class Response;

/// Reason phrase of a status code (RFC 9110 section 15), empty for those that this runtime does not send by
/// itself. RFC 9112 section 4 lets it be empty.
std::string_view reason(std::uint16_t code);

/// What is the same for all parts.
class HeadTerms {
 public:
  /// How the end of the body is told.
  enum class Length : std::uint8_t {
    stated,   // Content-Length
    chunked,  // Transfer-Encoding
    closed,   // by the end of the connection
    none,     // there cannot be a body
  };

  /// What is said of the connection.
  enum class Persistence : std::uint8_t { unsaid, close, keep_alive };
};

/// Of the parts, it knows `handlers` (a header field), `pieces` (an answer without Content-Length) and `phrases`.
template <Parts parts>
class BasicHead : public HeadTerms {
 public:
  constexpr BasicHead(const Response& response, Length length, std::uint32_t stated, Persistence persistence)
      : response_(response), stated_(stated), length_(length), persistence_(persistence) {}

  /// Number of bytes.
  [[nodiscard]] std::size_t size() const;

  /// Writes it to `out`, where there is room for `size()`; returns the number of bytes.
  std::size_t write(char* out) const;

 private:
  const Response& response_;
  std::uint32_t stated_;
  Length length_;
  Persistence persistence_;
};

using Head = BasicHead<all_parts>;
extern template class BasicHead<all_parts>;

}  // namespace prometheus_express::http
