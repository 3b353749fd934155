#include "prometheus_express/base/copy_text.hpp"

namespace prometheus_express {
namespace {

inline void copy_word(char* out, const char* in) {
  std::uint32_t word;
  std::memcpy(&word, in, sizeof word);
  std::memcpy(out, &word, sizeof word);
}

// Keeps the compiler from making a call of memcpy out of a loop that copies.
inline void step(char*& out, const char*& in, std::size_t& size, std::size_t distance) {
  out += distance;
  in += distance;
  size -= distance;
  asm("" : "+r"(size));
}

}  // namespace

char* copy_text_on_device(char* out, const char* in, std::size_t size) {
  if (has_unaligned_words && size >= 4) {
    while (size > 16) {
      copy_word(out, in);
      copy_word(out + 4, in + 4);
      copy_word(out + 8, in + 8);
      copy_word(out + 12, in + 12);
      step(out, in, size, 16);
    }
    while (size > 4) {
      copy_word(out, in);
      step(out, in, size, 4);
    }
    copy_word(out + size - 4, in + size - 4);  // the last four, of which some may have been copied
    return out + size;
  }
  while (size >= 8) {
    out[0] = in[0];
    out[1] = in[1];
    out[2] = in[2];
    out[3] = in[3];
    out[4] = in[4];
    out[5] = in[5];
    out[6] = in[6];
    out[7] = in[7];
    step(out, in, size, 8);
  }
  if ((size & 4U) != 0) {
    out[0] = in[0];
    out[1] = in[1];
    out[2] = in[2];
    out[3] = in[3];
    step(out, in, size, 4);
  }
  while (size != 0) {
    *out = *in;
    step(out, in, size, 1);
  }
  return out;
}

}  // namespace prometheus_express
