// The 16 KiB of one direction, divided among the sockets: the memory of one follows that of the one before.
#pragma once

#include <array>
#include <cstdint>

#include "registers.hpp"

namespace prometheus_express::simulated_w5500 {

class BufferMemory {
 public:
  BufferMemory() { reset(); }

  /// Sizes only: what is in the memory stays.
  void reset() { kib_.fill(2); }

  [[nodiscard]] std::uint8_t kib(unsigned socket) const { return kib_[socket]; }
  void set_kib(unsigned socket, std::uint8_t kib) { kib_[socket] = kib; }

  [[nodiscard]] unsigned size(unsigned socket) const { return kib_[socket] * 1024U; }
  [[nodiscard]] unsigned total() const {
    unsigned sum = 0;
    for (const std::uint8_t kib : kib_) {
      sum += kib * 1024U;
    }
    return sum;
  }

  /// Whatever the offset, it is within the socket's part; with sizes that cannot be, within somebody's.
  [[nodiscard]] std::uint8_t& at(unsigned socket, unsigned offset) { return bytes_[index(socket, offset)]; }

  /// Bytes that were written and not sent yet.
  [[nodiscard]] bool is_fresh(unsigned socket, unsigned offset) const {
    return fresh_[index(socket, offset)];
  }
  void set_fresh(unsigned socket, unsigned offset, bool fresh) { fresh_[index(socket, offset)] = fresh; }
  void forget_fresh(unsigned socket) {
    for (unsigned offset = 0; offset < size(socket); ++offset) {
      set_fresh(socket, offset, false);
    }
  }

 private:
  [[nodiscard]] unsigned index(unsigned socket, unsigned offset) const {
    unsigned base = 0;
    for (unsigned before = 0; before < socket; ++before) {
      base += size(before);
    }
    return (base + (size(socket) == 0 ? 0 : offset % size(socket))) % memory_size;
  }

  std::array<std::uint8_t, sockets> kib_ = {};
  std::array<std::uint8_t, memory_size> bytes_ = {};
  std::array<bool, memory_size> fresh_ = {};
};

}  // namespace prometheus_express::simulated_w5500
