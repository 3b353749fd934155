// Writes the chunks of a body whose length is not known beforehand (RFC 9112 section 7.1).
//
//   char* begin = out + chunk_size_room;
//   char* end = begin + fill(begin, …);                   // the data, which leaves room for `line_end` and `last_chunk`
//   begin = put_chunk_size(begin, end - begin);
//   end = append(end, line_end);
#pragma once

#include <cstddef>
#include <string_view>

namespace prometheus_express::message {

/// What a chunk of at most 65,535 bytes needs in front of its data: "ffff\r\n".
inline constexpr std::size_t chunk_size_room = 6;

/// Behind the last data, with an empty trailer section.
inline constexpr std::string_view last_chunk = "0\r\n\r\n";

/// Writes a chunk's size line right in front of its data, of at least a byte; returns where it starts.
inline char* put_chunk_size(char* data, std::size_t size) {
  *--data = '\n';
  *--data = '\r';
  for (; size != 0; size >>= 4U) {
    *--data = "0123456789abcdef"[size & 15U];
  }
  return data;
}

}  // namespace prometheus_express::message
