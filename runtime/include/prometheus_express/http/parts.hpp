// Which parts of the responder are linked. Generated code leaves out what its schema cannot need, so that a device
// which serves pages only does not pay for the rest; without a word everything is there.
//
//   Limits limits{.parts = {.handlers = false, .headers = false, .bodies = false, .pieces = false}};
//
// So the classes that know parts are templates, compiled with the program that uses them. The definitions of each stand
// below it in its header; those of the longest one, Connection, in a file beside it, which its header includes.
#pragma once

#include <cstdint>

namespace prometheus_express::http {

/// Where the page of links and the list behind a 404 are (index.hpp).
enum class Index : std::uint8_t {
  on_hosts,  // where host::Server serves: there is memory to spare
  always,
  never,
};

struct Parts {
  bool handlers = true;  // routes and middleware of the application; without them there are pages only
  bool headers = true;   // header fields that are kept for handlers
  bool bodies = true;  // of requests; without them a request is refused with 413 unless its body has no bytes
  bool streams = true;  // bodies that reach the application in pieces
  bool pieces = true;   // answers that are larger than the output buffer; without them such a page is a 500
  bool counts = false;  // answers are counted by status, in a metric of the library's own
  bool phrases = true;  // reason phrases, in the status line and as body of an error
  Index index = Index::on_hosts;

  [[nodiscard]] constexpr bool has_index() const { return index == Index::always; }
};

inline constexpr Parts all_parts;

}  // namespace prometheus_express::http
