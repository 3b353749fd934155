// The other end of the cable: a client that keeps one TCP connection, over IPv4 and Ethernet. Nothing is lost or out of order
// here, so it is little more than the headers' forms (RFC 9293, 791, 826) and the Internet checksum (RFC 1071).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cable.hpp"

namespace prometheus_express::bench {

class Client {
 public:
  /// Asks the board for a connection.
  void connect();

  /// Sends a text of at most one segment, with the acknowledgement of everything received.
  void send(std::string_view text);

  /// Takes the frames that the board has sent, and replies: to its question for an address, to its agreement to the
  /// connection, and with one acknowledgement for what has arrived, which is up to two segments as a rule.
  void answer();

  [[nodiscard]] std::string_view received() const { return {received_.data(), received_size_}; }
  [[nodiscard]] bool connected() const { return connected_; }
  /// False when the board sent what does not belong here, such as a segment with a wrong checksum or a reset.
  [[nodiscard]] bool content() const { return content_; }
  void forget() { received_size_ = 0; }

 private:
  void take(Frame& frame);
  void take_segment(Frame& frame);
  void tell_address(Frame& frame);
  void put_segment(std::uint8_t flags, std::string_view text);

  std::uint32_t sent_ = 1000;   // the next byte's number
  std::uint32_t expected_ = 0;  // the number of the board's next byte
  bool connected_ = false;
  bool unacknowledged_ = false;
  bool content_ = true;
  std::array<char, 4096> received_ = {};
  std::size_t received_size_ = 0;
};

}  // namespace prometheus_express::bench
