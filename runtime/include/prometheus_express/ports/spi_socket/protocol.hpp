// The messages between a bus master and a simulated chip, over a byte stream. Request and reply have one head: the operation, a
// zero, and the number of payload bytes in two bytes, the lower first. Requests may be sent before earlier ones are answered;
// replies come in order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace prometheus_express::spi_socket {

enum class Operation : std::uint8_t {
  transfer = 1,   // the bytes of a chip-select window; the reply has as many
  post = 2,       // the same, without a reply
  reset_pin = 3,  // 1 byte: 0 drives RSTn low, 1 releases it; the reply is empty
  interrupt = 4,  // empty; the reply is 1 byte: 0 INTn is asserted, 1 it is not
  wait = 5,       // 4 bytes: milliseconds at most until INTn is asserted; the reply as with `interrupt`
  bus = 6,        // 1 byte: SPI mode, 4 bytes: clock in hertz; the reply is empty
  counts = 7,     // empty; the reply is 4 times 4 bytes: violations, cautions, windows, commands
  control = 8,    // a line of text; the reply are the answer's lines
};

constexpr std::size_t head_size = 4;
constexpr std::size_t largest_payload = 65535;

using Head = std::array<std::uint8_t, head_size>;

constexpr Head make_head(Operation operation, std::size_t length) {
  return {static_cast<std::uint8_t>(operation), 0, static_cast<std::uint8_t>(length & 0xFFU),
          static_cast<std::uint8_t>(length >> 8U & 0xFFU)};
}

}  // namespace prometheus_express::spi_socket
