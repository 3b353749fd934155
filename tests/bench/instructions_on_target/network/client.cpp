#include "client.hpp"

#include <algorithm>
#include <cstring>

namespace prometheus_express::bench {
namespace {

using Bytes = std::span<std::uint8_t>;

constexpr std::array<std::uint8_t, 6> own_address = {0x52, 0x55, 0x0A, 0x00, 0x02, 0x02};
constexpr std::uint32_t own_ip = 0x0A000202, ip_of_board = 0x0A00020F;
constexpr std::uint16_t own_port = 50000, port_of_board = 8080;

// Where headers begin, and their fields.
constexpr std::size_t ethernet = 0, type = 12, packet = 14, ip_header_size = 20,
                      segment = packet + ip_header_size;
constexpr std::uint16_t ipv4 = 0x0800, arp = 0x0806;
constexpr std::uint8_t tcp = 6;
constexpr std::uint8_t fin = 0x01, syn = 0x02, reset = 0x04, push = 0x08, acknowledged = 0x10;

std::uint32_t get(Bytes frame, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (const std::uint8_t byte : frame.subspan(at, size)) {
    value = value << 8U | byte;
  }
  return value;
}

void put(Bytes frame, std::size_t at, std::size_t size, std::uint32_t value) {
  for (; size != 0; value >>= 8U) {
    frame[at + --size] = static_cast<std::uint8_t>(value);
  }
}

/// Sum of the 16-bit words, as far as the checksum's ones' complement goes.
std::uint32_t sum(Bytes bytes, std::uint32_t start = 0) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    start += at % 2 == 0 ? bytes[at] * 0x100U : bytes[at];
  }
  while (start > 0xFFFF) {
    start = (start & 0xFFFFU) + (start >> 16U);
  }
  return start;
}

/// Of a TCP segment with what goes in front of it for this purpose (RFC 9293 section 3.1); 0xFFFF when it is right.
std::uint32_t sum_of_segment(Bytes frame) {
  const Bytes addresses = frame.subspan(packet + 12, 8);
  const Bytes bytes = frame.subspan(segment);
  return sum(bytes, sum(addresses, tcp + static_cast<std::uint32_t>(bytes.size())));
}

Bytes begin(std::uint16_t type_of_packet, std::size_t size) {
  Frame& frame = cable.to_board.next();
  frame.words.fill(0);
  frame.size = static_cast<std::uint32_t>(size);
  const Bytes bytes = frame.bytes();
  std::ranges::copy(address_of_board, bytes.begin());
  std::ranges::copy(own_address, bytes.begin() + 6);
  put(bytes, type, 2, type_of_packet);
  return bytes;
}

}  // namespace

void Client::connect() {
  put_segment(syn, {});
  ++sent_;
}

void Client::send(std::string_view text) {
  put_segment(push | acknowledged, text);
  sent_ += text.size();
}

void Client::answer() {
  for (; !cable.from_board.empty(); cable.from_board.take()) {
    take(cable.from_board.first());
  }
  if (unacknowledged_) {
    unacknowledged_ = false;
    put_segment(acknowledged, {});
  }
}

void Client::take(Frame& frame) {
  const std::uint32_t kind = get(frame.bytes(), type, 2);
  if (kind == arp) {
    tell_address(frame);
  } else if (kind == ipv4 && get(frame.bytes(), packet + 9, 1) == tcp) {
    take_segment(frame);
  }
}

void Client::tell_address(Frame& frame) {
  const Bytes question = frame.bytes();
  if (get(question, packet + 24, 4) != own_ip) {
    return;  // the board tells its own to all
  }
  const Bytes reply = begin(arp, 60);
  std::ranges::copy(question.subspan(packet, 6), reply.begin() + packet);  // Ethernet and IPv4
  put(reply, packet + 6, 2, 2);                                            // a reply
  std::ranges::copy(own_address, reply.begin() + packet + 8);
  put(reply, packet + 14, 4, own_ip);
  std::ranges::copy(address_of_board, reply.begin() + packet + 18);
  put(reply, packet + 24, 4, ip_of_board);
  cable.to_board.put();
}

void Client::take_segment(Frame& frame) {
  const std::size_t packet_size = get(frame.bytes(), packet + 2, 2);
  const Bytes bytes = frame.bytes().first(packet + packet_size);
  const auto flags = static_cast<std::uint8_t>(get(bytes, segment + 13, 1));
  const Bytes data = bytes.subspan(segment + 4 * (get(bytes, segment + 12, 1) >> 4U));
  const std::uint32_t number = get(bytes, segment + 4, 4);
  if ((flags & syn) != 0) {
    expected_ = number + 1;
    connected_ = unacknowledged_ = true;
  } else if (!data.empty()) {
    content_ = content_ && number == expected_ && received_size_ + data.size() <= received_.size();
    if (!content_) {
      return;
    }
    std::memcpy(received_.data() + received_size_, data.data(), data.size());
    received_size_ += data.size();
    expected_ += data.size();
    unacknowledged_ = true;
  }
  content_ = content_ && (flags & (reset | fin)) == 0 && sum_of_segment(bytes) == 0xFFFF &&
             sum(bytes.subspan(packet, ip_header_size)) == 0xFFFF;
}

void Client::put_segment(std::uint8_t flags, std::string_view text) {
  const std::size_t options = (flags & syn) != 0 ? 4 : 0;
  const std::size_t segment_size = 20 + options + text.size();
  const Bytes bytes = begin(ipv4, std::max<std::size_t>(60, segment + segment_size));
  const Bytes used = bytes.first(segment + segment_size);

  put(bytes, packet, 1, 0x45);  // version, and words of the header
  put(bytes, packet + 2, 2, static_cast<std::uint32_t>(ip_header_size + segment_size));
  put(bytes, packet + 8, 1, 64);  // time to live
  put(bytes, packet + 9, 1, tcp);
  put(bytes, packet + 12, 4, own_ip);
  put(bytes, packet + 16, 4, ip_of_board);
  put(bytes, packet + 10, 2, ~sum(bytes.subspan(packet, ip_header_size)));

  put(bytes, segment, 2, own_port);
  put(bytes, segment + 2, 2, port_of_board);
  put(bytes, segment + 4, 4, sent_);
  put(bytes, segment + 8, 4, expected_);
  put(bytes, segment + 12, 1, (20 + options) / 4 << 4U);
  put(bytes, segment + 13, 1, flags);
  put(bytes, segment + 14, 2, 0xFFFF);  // window
  if (options != 0) {
    put(bytes, segment + 20, 4, 0x020405B4);  // maximum segment size, 1460
  }
  std::ranges::copy(text, bytes.begin() + static_cast<std::ptrdiff_t>(segment + 20 + options));
  put(bytes, segment + 16, 2, ~sum_of_segment(used));
  cable.to_board.put();
}

}  // namespace prometheus_express::bench
