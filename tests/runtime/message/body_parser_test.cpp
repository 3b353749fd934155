#include "prometheus_express/message/body_parser.hpp"

#include <gtest/gtest.h>

#include <string>

#include "prometheus_express/message/chunk.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::message {
namespace {

/// The data of a chunked body of at most `limit` bytes, then how it ended and how many characters meant nothing.
std::string read(std::string_view input, std::uint32_t limit = 100) {
  BodyParser parser;
  parser.limit(limit);
  parser.begin_chunks();
  std::string data;
  int padding = 0;
  while (!input.empty()) {
    const char c = input.front();
    input.remove_prefix(1);
    switch (parser.next(c)) {
      case ChunkEvent::more:
        break;
      case ChunkEvent::padding:
        ++padding;
        break;
      case ChunkEvent::data:
        while (parser.remaining() != 0 && !input.empty()) {
          const std::size_t taken = parser.take(input.size());
          data += input.substr(0, taken);
          input.remove_prefix(taken);
        }
        break;
      case ChunkEvent::last:
        return data + " last " + std::to_string(padding) + " before " + std::string(input);
      case ChunkEvent::malformed:
        return data + " malformed";
      case ChunkEvent::too_large:
        return data + " too large";
    }
  }
  return data + " more";
}

TEST(BodyParser, ReadsChunksUpToTheTrailer) {
  EXPECT_EQ(read("3\r\nabc\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n"),
            "abc0123456789 last 1 before X: y\r\n\r\n");
  EXPECT_EQ(read("003 \t;a=\"b\"\r\nabc\r\n000\r\n\r\n"), "abc last 13 before \r\n");
  EXPECT_EQ(read("3\r\nab"), "ab more");
}

TEST(BodyParser, RefusesWhatIsNoChunk) {
  for (const std::string_view text :
       {"\r\n", "g\r\n", "3\n", "3\r\r", "3 3\r\n", "3\r\nabcd", "3\r\nabc\n", "3;\n"}) {
    EXPECT_TRUE(read(text).ends_with(" malformed")) << text;
  }
}

TEST(BodyParser, BoundsAllChunksTogether) {
  EXPECT_EQ(read("3\r\nabc\r\n2\r\nde\r\n0\r\n", 5), "abcde last 1 before ");
  EXPECT_EQ(read("3\r\nabc\r\n3\r\n", 5), "abc too large");
  EXPECT_EQ(read("FFFFFFFFF", 0xFFFFFFFF), " too large");
}

TEST(BodyParser, TakesABodyOfStatedLength) {
  BodyParser parser;
  parser.begin(5);
  EXPECT_EQ(parser.take(3), 3U);
  EXPECT_EQ(parser.remaining(), 2U);
  EXPECT_EQ(parser.take(6), 2U);
  EXPECT_EQ(parser.remaining(), 0U);
}

TEST(Chunk, IsReadAsItIsWritten) {
  for (const std::size_t size : {1U, 15U, 16U, 255U, 256U, 4096U, 65535U}) {
    const std::string data(size, 'x');
    std::string room(chunk_size_room + size + line_end.size() + last_chunk.size(), '?');
    char* begin = room.data() + chunk_size_room;
    char* end = append(begin, data);
    begin = put_chunk_size(begin, size);
    end = append(append(end, line_end), last_chunk);
    EXPECT_GE(begin, room.data());
    EXPECT_EQ(end, room.data() + room.size());
    EXPECT_EQ(read({begin, static_cast<std::size_t>(end - begin)}, 65535), data + " last 1 before \r\n");
  }
}

}  // namespace
}  // namespace prometheus_express::message
