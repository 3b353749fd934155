// What a handler answers. Without a word from the handler the answer is 200 with an empty body.
//
//   response.status(404);
//   response.type("application/json");
//   return response.write(R"({"error": "no such sensor"})");
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/exposition/page.hpp"
#include "prometheus_express/exposition/renderer.hpp"
#include "prometheus_express/http/parts.hpp"

namespace prometheus_express::http {

/// Writes the next bytes of a body, from its byte `position` on, into `out` of one byte or more, and returns how
/// many; 0 ends the body.
using Stream = std::size_t (*)(void* state, std::uint32_t position, std::span<char> out);

class Response {
 public:
  /// A response whose copied body is collected in `buffer`; pages are rendered with `snapshot` (see Renderer).
  explicit constexpr Response(std::span<char> buffer, Snapshot snapshot = nullptr)
      : buffer_(buffer), snapshot_(snapshot) {}

  /// Status code, 200 to 599.
  void status(std::uint16_t code) { code_ = code; }

  /// Media type of the body; without it the response has no Content-Type. The text must outlive the response:
  /// a literal, or a member of the application.
  void type(std::string_view media_type) { type_ = media_type; }

  /// One further header field, such as `WWW-Authenticate`. Both texts must outlive the response. A name that
  /// is no token or a value with control characters makes the answer a 500.
  void header(std::string_view name, std::string_view value) {
    header_name_ = name;
    header_value_ = value;
  }

  /// Appends a copy of `text` to the body. `no_space` when it does not fit into the connection's output
  /// buffer beside the head (`output_buffer` of the schema's limits) as far as that is known: nothing of it
  /// was then appended. Set type and header before: what they make too large later becomes a 500.
  Status(write)(std::string_view text);

  /// Answers with `text` itself, uncopied, of any length. It must stay unchanged until the response has been
  /// sent: a literal, or a constant.
  void body(std::string_view text);

  /// Answers with a metrics page, rendered as it is sent.
  void page(const Page& page, const Source& source, std::string_view media_type);

  /// Answers with what `next` writes, which is called with `state` whenever there is room for more. `state` must outlive
  /// the response.
  void stream(Stream next, void* state, std::string_view media_type);

  /// Forgets body and type: an error answer replaces what a handler had begun.
  void clear();

 private:
  template <Parts parts>
  friend class ResponseWriter;
  template <Parts parts>
  friend class ResponseHead;

  enum class Content : std::uint8_t { copied, constant, page, stream };

  /// Before a connection has its first client: all zeros, so that it takes no flash.
  constexpr Response(Content content, std::uint16_t code)
      : content_(content), code_(code), snapshot_(nullptr) {}

  struct Streaming {
    Stream next;
    void* state;
    std::uint32_t position;
  };

  /// As it was before the request, but for this status.
  void restart(std::uint16_t code = 200) {
    content_ = Content::copied;
    ended_ = false;
    allow_ = 0;
    code_ = code;
    copied_ = 0;
    type_ = {};
    header_name_ = {};
    header_value_ = {};
  }

  /// False for a status or a header field that must not be sent.
  [[nodiscard]] bool valid() const;

  /// Writes the next bytes of a body that is not copied, as many as fit.
  std::size_t fill(std::span<char> out);

  /// True once `fill` has written the last one.
  [[nodiscard]] bool done() const;

  Content content_ = Content::copied;
  bool ended_ = false;      // the stream
  std::uint8_t allow_ = 0;  // methods for an Allow field, a bit each
  std::uint16_t code_ = 200;
  std::uint16_t copied_ = 0;  // bytes in buffer_
  std::span<char> buffer_;
  Snapshot snapshot_;
  std::string_view type_;
  std::string_view header_name_;
  std::string_view header_value_;
  union {  // by content_
    std::string_view body_ = {};
    Renderer renderer_;
    Streaming stream_;
  };
};

}  // namespace prometheus_express::http
