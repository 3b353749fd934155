#include "lan9118.hpp"

#include <algorithm>
#include <cstring>

#include "words.hpp"

namespace {

// Registers of the host interface: datasheet, table 5.1.
constexpr std::uint32_t receive_data = 0x00, transmit_data = 0x20, receive_status = 0x40,
                        transmit_status = 0x48, interrupt_configuration = 0x54, interrupt_status = 0x58,
                        interrupt_enable = 0x5C, byte_order_test = 0x64, queue_interrupts = 0x68,
                        receive_configuration = 0x6C, transmit_configuration = 0x70,
                        hardware_configuration = 0x74, receive_queue = 0x7C, transmit_queue = 0x80,
                        mac_command = 0xA4, mac_data = 0xA8;

// Registers of the MAC, which are reached by a command: table 5.6.
constexpr std::uint32_t mac_control = 1, mac_address_high = 2, mac_address_low = 3, phy_access = 6,
                        phy_data = 7;

constexpr std::uint32_t checksum_size = 4;
constexpr std::uint32_t interrupt_of_received_frame = 1U << 3U;
constexpr std::uint32_t command_size = 8;  // of each frame in the transmit queue

constexpr std::uint32_t words(std::uint32_t bytes) { return (bytes + 3) / 4; }

}  // namespace

bool Lan9118::start() {
  if (registers_.read(byte_order_test) != 0x87654321) {
    return false;
  }
  registers_.write(hardware_configuration, 1);  // reset
  while ((registers_.read(hardware_configuration) & 1U) != 0) {
  }
  registers_.write(hardware_configuration, 5U << 16U);  // 5 KiB of queue for sending, the rest for receiving
  registers_.write(receive_configuration, 0);
  registers_.write(transmit_configuration, 1U << 1U);  // on
  registers_.write(queue_interrupts, 0);               // at the first frame
  registers_.write(interrupt_status, 0xFFFFFFFF);
  registers_.write(interrupt_enable, interrupt_of_received_frame);
  registers_.write(interrupt_configuration, 1U << 8U | 1U << 4U | 1U);  // to the line, active high, push-pull
  write_mac(mac_control, 1U << 3U | 1U << 2U);                          // send and receive
  size_ = unread_ = in_word_ = 0;
  return true;
}

Lan9118::Address Lan9118::address() const {
  const std::uint32_t low = read_mac(mac_address_low);
  const std::uint32_t high = read_mac(mac_address_high);
  Address address;
  std::memcpy(address.data(), &low, 4);
  std::memcpy(address.data() + 4, &high, 2);
  return address;
}

bool Lan9118::link_is_up() const {
  constexpr std::uint32_t phy = 1, basic_status = 1;  // IEEE 802.3, 22.2.4.2: bit 2 is the link's
  constexpr std::uint32_t busy = 1;
  write_mac(phy_access, phy << 11U | basic_status << 6U | busy);
  while ((read_mac(phy_access) & busy) != 0) {
  }
  return (read_mac(phy_data) & 1U << 2U) != 0;
}

void Lan9118::acknowledge() const { registers_.write(interrupt_status, interrupt_of_received_frame); }

std::uint32_t Lan9118::received() {
  while (size_ == 0 && (registers_.read(receive_queue) >> 16U & 0xFFU) != 0) {
    const std::uint32_t status = registers_.read(receive_status);  // takes it from the queue of statuses
    const std::uint32_t size = status >> 16U & 0x3FFFU;
    if ((status & 1U << 15U) == 0 && size > checksum_size) {
      size_ = size;
    } else {
      ++errors_;
      discard(words(size));
    }
  }
  return size_ == 0 ? 0 : size_ - checksum_size;
}

void Lan9118::begin_read() { unread_ = words(size_); }

void Lan9118::read(std::span<std::uint8_t> into) {
  std::uint8_t* at = into.data();
  std::uint32_t left = std::min<std::uint32_t>(into.size() / 4, unread_);
  unread_ -= left;
  for (; left != 0; --left) {
    const std::uint32_t word = registers_.read(receive_data);
    std::memcpy(at, &word, sizeof word);
    at += sizeof word;
  }
  if (into.size() % 4 != 0 && unread_ != 0) {
    const std::uint32_t word = registers_.read(receive_data);
    std::memcpy(at, &word, into.size() % 4);
    --unread_;
  }
}

void Lan9118::end_read() {
  discard(unread_);
  unread_ = size_ = 0;
}

bool Lan9118::has_room(std::uint32_t size) const {
  return (registers_.read(transmit_queue) & 0xFFFFU) >= command_size + 4 * words(size);
}

void Lan9118::begin_write(std::uint32_t size) {
  while ((registers_.read(transmit_queue) >> 16U & 0xFFU) != 0) {
    [[maybe_unused]] const std::uint32_t status =
        registers_.read(transmit_status);  // of earlier frames: makes room
  }
  registers_.write(transmit_data,
                   1U << 13U | 1U << 12U | size);  // command A: the first and last part of a frame
  registers_.write(transmit_data, size);           // command B
  word_ = in_word_ = 0;
}

void Lan9118::write(std::span<const std::uint8_t> piece) {
  const std::uint8_t* at = piece.data();
  const std::uint8_t* const end = at + piece.size();
  if (in_word_ == 0) {
    for (; end - at >= 32; at += 32) {
#pragma GCC unroll 8
      for (int place = 0; place < 32; place += 4) {
        registers_.write(transmit_data, load_word(at + place));
      }
    }
    for (; end - at >= 4; at += 4) {
      registers_.write(transmit_data, load_word(at));
    }
  }
  for (; at != end; ++at) {
    word_ |= static_cast<std::uint32_t>(*at) << 8U * in_word_;
    if (++in_word_ == 4) {
      registers_.write(transmit_data, word_);
      word_ = in_word_ = 0;
    }
  }
}

void Lan9118::end_write() {
  if (in_word_ != 0) {
    registers_.write(transmit_data, word_);
  }
}

std::uint32_t Lan9118::read_mac(std::uint32_t index) const {
  registers_.write(mac_command, 1U << 31U | 1U << 30U | index);
  while ((registers_.read(mac_command) & 1U << 31U) != 0) {
  }
  return registers_.read(mac_data);
}

void Lan9118::write_mac(std::uint32_t index, std::uint32_t value) const {
  registers_.write(mac_data, value);
  registers_.write(mac_command, 1U << 31U | index);
  while ((registers_.read(mac_command) & 1U << 31U) != 0) {
  }
}

void Lan9118::discard(std::uint32_t words) const {
  for (; words != 0; --words) {
    [[maybe_unused]] const std::uint32_t word = registers_.read(receive_data);
  }
}
