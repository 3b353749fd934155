// In the place of the example's controller of the same name: frames come from and go to a cable in memory, moved word by word
// as its driver does, so that counts do not depend on when an emulator delivers them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "cable.hpp"
#include "words.hpp"

class Lan9118 {
 public:
  using Address = std::array<std::uint8_t, 6>;

  bool start() { return true; }
  [[nodiscard]] Address address() const { return prometheus_express::bench::address_of_board; }
  [[nodiscard]] bool link_is_up() const { return true; }
  void acknowledge() const {}

  [[nodiscard]] std::uint32_t received() {
    auto& frames = prometheus_express::bench::cable.to_board;
    return frames.empty() ? 0 : frames.first().size;
  }
  void begin_read() { word_ = prometheus_express::bench::cable.to_board.first().words.data(); }
  void read(std::span<std::uint8_t> into) {
    volatile std::uint32_t* from = word_;
    std::uint8_t* at = into.data();
    for (std::size_t words = into.size() / 4; words != 0; --words) {
      const std::uint32_t word = *from++;
      std::memcpy(at, &word, sizeof word);
      at += 4;
    }
    if (into.size() % 4 != 0) {
      const std::uint32_t last = *from++;
      std::memcpy(at, &last, into.size() % 4);
    }
    word_ = from;
  }
  void end_read() { prometheus_express::bench::cable.to_board.take(); }

  [[nodiscard]] bool has_room(std::uint32_t) const {
    return !prometheus_express::bench::cable.from_board.full();
  }
  void begin_write(std::uint32_t size) {
    auto& frame = prometheus_express::bench::cable.from_board.next();
    frame.size = size;
    word_ = frame.words.data();
  }
  /// A frame comes in one piece: LWIP_NETIF_TX_SINGLE_PBUF.
  void write(std::span<const std::uint8_t> piece) {
    volatile std::uint32_t* to = word_;
    const std::uint8_t* at = piece.data();
    std::size_t left = piece.size();
    for (; left >= 32; left -= 32) {
#pragma GCC unroll 8
      for (int word = 0; word < 8; ++word) {
        to[word] = load_word(at + 4 * word);
      }
      to += 8;
      at += 32;
    }
    for (; left >= 4; left -= 4) {
      *to++ = load_word(at);
      at += 4;
    }
    std::uint32_t last = 0;
    std::memcpy(&last, at, left);
    *to = last;
  }
  void end_write() { prometheus_express::bench::cable.from_board.put(); }

 private:
  volatile std::uint32_t* word_ = nullptr;  // as registers are, so that each word is moved by itself
};
