#include "panel_picture.hpp"

#include <cstdint>
#include <string_view>

namespace {

constexpr int scale = 4;

void put32(std::string& bytes, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    bytes += static_cast<char>(number >> shift);
  }
}

/// Annex D.
std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t rest = 0xFFFFFFFF;
  for (const char byte : bytes) {
    rest ^= static_cast<std::uint8_t>(byte);
    for (int bit = 0; bit < 8; ++bit) {
      rest = rest >> 1U ^ ((rest & 1U) != 0 ? 0xEDB88320U : 0U);
    }
  }
  return ~rest;
}

/// RFC 1950, section 8.2.
std::uint32_t adler32(std::string_view bytes) {
  std::uint32_t low = 1, high = 0;
  for (const char byte : bytes) {
    low = (low + static_cast<std::uint8_t>(byte)) % 65521;
    high = (high + low) % 65521;
  }
  return high << 16U | low;
}

void put_chunk(std::string& file, std::string_view type, std::string_view data) {
  put32(file, static_cast<std::uint32_t>(data.size()));
  const std::size_t start = file.size();
  file += type;
  file += data;
  put32(file, crc32(std::string_view(file).substr(start)));
}

/// RFC 1950 around one stored block, RFC 1951, 3.2.4.
std::string stored(std::string_view bytes) {
  std::string stream = {0x78, 0x01, 0x01};
  for (const std::size_t half : {bytes.size(), ~bytes.size()}) {
    stream += static_cast<char>(half);
    stream += static_cast<char>(half >> 8U);
  }
  stream += bytes;
  put32(stream, adler32(bytes));
  return stream;
}

}  // namespace

std::string text_of(const Panel& panel) {
  static constexpr std::string_view both[] = {" ", "\u2580", "\u2584", "\u2588"};
  std::string text;
  for (int y = 0; y < Panel::height; y += 2) {
    for (int x = 0; x < Panel::width; ++x) {
      text += both[(panel.is_lit(x, y) ? 1U : 0U) + (panel.is_lit(x, y + 1) ? 2U : 0U)];
    }
    text += '\n';
  }
  return text;
}

std::string png_of(const Panel& panel) {
  std::string rows;
  for (int y = 0; y < Panel::height * scale; ++y) {
    rows += '\0';  // no filter
    for (int x = 0; x < Panel::width * scale; x += 8) {
      unsigned byte = 0;
      for (int bit = 0; bit < 8; ++bit) {
        byte = byte << 1U | (panel.is_lit((x + bit) / scale, y / scale) ? 1U : 0U);
      }
      rows += static_cast<char>(byte);
    }
  }
  static_assert((1 + Panel::width * scale / 8) * Panel::height * scale < 65536, "one stored block");
  std::string header;
  put32(header, Panel::width * scale);
  put32(header, Panel::height * scale);
  header +=
      {1, 0, 0, 0, 0};  // one bit, greyscale, the only methods of compression and filters, not interlaced
  std::string file = "\x89PNG\r\n\x1A\n";
  put_chunk(file, "IHDR", header);
  put_chunk(file, "IDAT", stored(rows));
  put_chunk(file, "IEND", "");
  return file;
}
