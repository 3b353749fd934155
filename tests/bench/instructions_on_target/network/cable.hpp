// The Ethernet cable of the board whose instructions are counted: frames in memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace prometheus_express::bench {

/// Whole words, as a controller with queues moves them; what stands in the last one behind the frame is of no matter.
struct Frame {
  std::array<std::uint32_t, 380> words = {};
  std::uint32_t size = 0;  // in bytes

  [[nodiscard]] std::span<std::uint8_t> bytes() {
    return {reinterpret_cast<std::uint8_t*>(words.data()), size};
  }
};

/// One direction, first in, first out.
class Queue {
 public:
  static constexpr std::size_t capacity = 8;

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] bool full() const { return count_ == capacity; }
  [[nodiscard]] Frame& first() { return frames_[first_]; }
  /// Where the next frame is written, before `put`.
  [[nodiscard]] Frame& next() { return frames_[(first_ + count_) % capacity]; }
  void put() { ++count_; }
  void take() {
    first_ = (first_ + 1) % capacity;
    --count_;
  }

 private:
  std::array<Frame, capacity> frames_ = {};
  std::size_t first_ = 0;
  std::size_t count_ = 0;
};

inline constexpr std::array<std::uint8_t, 6> address_of_board = {0x52, 0x54, 0x00, 0x12, 0x34, 0x56};

struct Cable {
  Queue to_board, from_board;
};

inline constinit Cable cable;

}  // namespace prometheus_express::bench
