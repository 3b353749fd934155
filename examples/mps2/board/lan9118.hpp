// SMSC LAN9118: Ethernet controller with its own queues, moved by the processor word by word.
// Source: SMSC, datasheet LAN9118, chapter 5; its QEMU model knows the same registers.
//
//   ethernet.start();
//   if (const std::uint32_t size = ethernet.received()) { ethernet.begin_read(); ethernet.read(buffer); ethernet.end_read(); }
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "registers.hpp"

class Lan9118 {
 public:
  using Address = std::array<std::uint8_t, 6>;

  explicit constexpr Lan9118(std::uintptr_t base) : registers_(base) {}

  /// Resets it and starts both directions. False when there is none at its address.
  bool start();

  /// Its Ethernet address, which it has from its EEPROM.
  [[nodiscard]] Address address() const;

  /// Whether a cable is plugged in. Takes a conversation with the PHY: not meant for every turn of a loop.
  [[nodiscard]] bool link_is_up() const;

  /// Withdraws the interrupt that says that frames have arrived. Those that are there by now are to be fetched; a further one
  /// raises it again.
  void acknowledge() const;

  /// Bytes of the first frame that has arrived, without its checksum; 0 for none. A frame with an error is thrown away, and
  /// `errors` counts it.
  [[nodiscard]] std::uint32_t received();
  [[nodiscard]] std::uint32_t errors() const { return errors_; }

  /// Takes that frame: reads it in pieces, each but the last a multiple of four bytes, or none of it.
  void begin_read();
  void read(std::span<std::uint8_t> into);
  void end_read();

  /// Whether there is room to send a frame of `size` bytes.
  [[nodiscard]] bool has_room(std::uint32_t size) const;

  /// Sends a frame of `size` bytes, given in pieces of any size behind each other.
  void begin_write(std::uint32_t size);
  void write(std::span<const std::uint8_t> piece);
  void end_write();

 private:
  [[nodiscard]] std::uint32_t read_mac(std::uint32_t index) const;
  void write_mac(std::uint32_t index, std::uint32_t value) const;
  void discard(std::uint32_t words) const;

  Registers registers_;
  std::uint32_t size_ =
      0;  // of the first frame that has arrived, with its checksum; 0 when not looked at yet
  std::uint32_t unread_ = 0;   // words of the frame that is being read
  std::uint32_t word_ = 0;     // bytes of the frame that is being written, until they are a word
  std::uint32_t in_word_ = 0;  // how many
  std::uint32_t errors_ = 0;
};
