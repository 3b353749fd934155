// UDP, over sockets of this machine and the gateway's services.
#include <sys/socket.h>

#include <array>

#include "host_address.hpp"
#include "services.hpp"
#include "socket.hpp"

namespace prometheus_express::simulated_w5500 {
namespace reg = socket_register;

namespace {

constexpr std::size_t longest_datagram = 1472;
constexpr std::uint8_t unreachable = 0x40;  // of IR

}  // namespace

void Socket::open_datagrams() {
  datagrams_ = posix::Descriptor(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  for (const std::uint16_t port : {context_.listeners.host_port(this->port()), std::uint16_t{0}}) {
    const sockaddr_in place = to_system({loopback, port});
    // A port that somebody has is one that nobody can send to, but the chip's own datagrams still go out.
    if (::bind(datagrams_.number(), reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0) {
      break;
    }
  }
}

void Socket::send_datagram() {
  route_ = route(context_, destination());
  unanswered_since_ = context_.now;
  passing_.begin(context_.command_windows(), context_.now);
  const Place to = destination();
  if (to.address == Address{} || to.port == 0) {
    route_.kind = Route::Kind::unroutable;
    report(Severity::caution, "orders SEND of a datagram without a destination");
  } else if (route_.kind == Route::Kind::unroutable) {
    report(Severity::caution, "sends a datagram by way of a gateway that is none");
  } else if (route_.kind != Route::Kind::broadcast && context_.common.address(common::sipr) == Address{}) {
    report(Severity::caution, "asks for an address by ARP while SIPR is 0.0.0.0");
  }
}

void Socket::run_datagrams() {
  receive_datagrams();
  if (!sending_ || !passing_.is_over(context_.now) || route_.kind == Route::Kind::unroutable) {
    return;
  }
  const bool apart = is_apart();
  if (apart && route_.kind == Route::Kind::broadcast) {
    return;  // there is no link to be lost again
  }
  if (apart || route_.kind == Route::Kind::absent) {
    if (context_.now - *unanswered_since_ >= context_.common.arp_timeout()) {
      transmitter_.sent(transmitter_.waiting());
      transmitter_.acknowledged_but(0);
      sending_ = false;
      ++context_.counts.timeouts;
      events_ = static_cast<std::uint8_t>(events_ | event::timeout);
    }
    return;
  }
  do {
    const Bytes payload = transmitter_.next(longest_datagram);
    transmitter_.sent(payload.size());
    deliver({{context_.common.address(common::sipr), port()}, destination(), payload});
  } while (transmitter_.waiting() > 0);
  transmitter_.acknowledged_but(0);
  sending_ = false;
  events_ = static_cast<std::uint8_t>(events_ | event::send_ok);
}

void Socket::deliver(const Datagram& datagram) {
  ++context_.counts.datagrams_sent;
  if (route_.kind == Route::Kind::host) {
    const sockaddr_in to = to_system(route_.place);
    // Lost where the system does not want it, as on a network.
    (void)::sendto(datagrams_.number(), datagram.payload.data(), datagram.payload.size(), MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr*>(&to), sizeof to);
  } else if (route_.kind == Route::Kind::gateway ||
             (route_.kind == Route::Kind::broadcast && datagram.to.port == 67)) {
    answer_from_gateway(datagram);
  }
}

void Socket::answer_from_gateway(const Datagram& datagram) {
  bool exists = false;
  if (auto reply = answer(datagram, context_.options, context_.now, exists)) {
    context_.arriving.push_back(std::move(*reply));
  } else if (!exists) {  // ICMP says so
    CommonRegisters& registers = context_.common;
    registers.set(common::ir, static_cast<std::uint8_t>(registers.at(common::ir) | unreachable));
    for (std::uint16_t at = 0; at < 4; ++at) {
      registers.set(static_cast<std::uint16_t>(common::uipr + at), datagram.to.address[at]);
    }
    registers.set(common::uportr, high(datagram.to.port));
    registers.set(common::uportr + 1, low(datagram.to.port));
  }
}

void Socket::receive_datagrams() {
  std::array<std::uint8_t, 2048> bytes;
  sockaddr_in from = {};
  socklen_t size = sizeof from;
  for (;;) {
    const ssize_t length = ::recvfrom(datagrams_.number(), bytes.data(), bytes.size(), MSG_DONTWAIT,
                                      reinterpret_cast<sockaddr*>(&from), &size);
    if (length < 0) {
      return;
    }
    if (!is_apart() && static_cast<std::size_t>(length) <= longest_datagram) {
      take({seen_by_chip(context_.options, from_system(from)),
            {context_.common.address(common::sipr), port()},
            Bytes(bytes.begin(), bytes.begin() + length)});
    }
  }
}

void Socket::take(const Datagram& datagram) {
  constexpr std::size_t head = 8;
  if (receiver_.room() < datagram.payload.size() + head) {
    ++context_.counts.datagrams_dropped;
    return;
  }
  ++context_.counts.datagrams_received;
  Bytes bytes(datagram.from.address.begin(), datagram.from.address.end());
  append16(bytes, datagram.from.port);
  append16(bytes, static_cast<unsigned>(datagram.payload.size()));
  bytes.insert(bytes.end(), datagram.payload.begin(), datagram.payload.end());
  receiver_.append(bytes);
  events_ = static_cast<std::uint8_t>(events_ | event::recv);
}

}  // namespace prometheus_express::simulated_w5500
