// Datagrams: the head of eight bytes, the gateway's services, and those of this machine.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "hand_driver.hpp"

namespace hand {
namespace {

struct Arrived {
  Bytes address;
  unsigned port = 0;
  Bytes payload;
};

class Udp : public Driver {
 protected:
  void SetUp() override { configure(); }

  void send_to(const Bytes& address, unsigned to, const Bytes& payload) {
    write(registers(0), dipr, address);
    write16(registers(0), dport, to);
    const unsigned pointer = read16(registers(0), tx_wr);
    write(transmit(0), pointer, payload);
    write16(registers(0), tx_wr, static_cast<unsigned>(pointer + payload.size()));
    order(0, send);
  }

  Arrived next() {
    Arrived arrived;
    if (!until([&] { return read16(registers(0), rx_rsr) >= 8; })) {
      ADD_FAILURE() << "nothing has arrived";
      return arrived;
    }
    const std::string bytes = receive_text(0);
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    arrived.address = {byte(0), byte(1), byte(2), byte(3)};
    arrived.port = static_cast<unsigned>(byte(4) << 8U | byte(5));
    const auto length = static_cast<std::size_t>(byte(6) << 8U | byte(7));
    EXPECT_EQ(bytes.size(), length + 8);
    arrived.payload.assign(bytes.begin() + 8, bytes.end());
    return arrived;
  }
  bool nothing_arrives() {
    for (int turn = 0; turn < 50; ++turn) {
      pass(100);
    }
    return read16(registers(0), rx_rsr) == 0;
  }

  /// RFC 2131, with the options that a client sends at least.
  static Bytes dhcp(std::uint8_t kind, const Bytes& requested = {}, const Bytes& current = {0, 0, 0, 0}) {
    Bytes message = {1, 1, 6, 0, 0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0x80, 0};
    message.insert(message.end(), current.begin(), current.end());
    message.resize(28, 0);
    message.insert(message.end(), {2, 0, 0, 1, 2, 3});
    message.resize(236, 0);
    message.insert(message.end(), {99, 130, 83, 99, 53, 1, kind});
    if (!requested.empty()) {
      message.insert(message.end(), {50, 4});
      message.insert(message.end(), requested.begin(), requested.end());
    }
    message.push_back(255);
    return message;
  }
  static Bytes option(const Bytes& message, std::uint8_t wanted) {
    for (std::size_t at = 240; at + 1 < message.size() && message[at] != 255; at += 2U + message[at + 1]) {
      if (message[at] == wanted) {
        const auto begin = message.begin() + static_cast<std::ptrdiff_t>(at + 2);
        return {begin, begin + message[at + 1]};
      }
    }
    return {};
  }

  void begin_dhcp() {
    write(common, 0x0F, {0, 0, 0, 0});
    open_udp(0, 68);
  }
  const Bytes everybody = {255, 255, 255, 255};
};

TEST_F(Udp, GatewayOffersAndGrantsAnAddress) {
  begin_dhcp();
  send_to(everybody, 67, dhcp(1));
  const Arrived offer = next();
  EXPECT_EQ(offer.address, (Bytes{192, 168, 1, 1}));
  EXPECT_EQ(offer.port, 67U);
  EXPECT_EQ(option(offer.payload, 53), Bytes{2});
  EXPECT_EQ(Bytes(offer.payload.begin() + 4, offer.payload.begin() + 8), (Bytes{0xCA, 0xFE, 0xBA, 0xBE}));
  EXPECT_EQ(Bytes(offer.payload.begin() + 16, offer.payload.begin() + 20), (Bytes{192, 168, 1, 50}));

  send_to(everybody, 67, dhcp(3, {192, 168, 1, 50}));
  const Arrived ack = next();
  EXPECT_EQ(option(ack.payload, 53), Bytes{5});
  EXPECT_EQ(option(ack.payload, 51), (Bytes{0, 0, 0x0E, 0x10}));
  EXPECT_EQ(option(ack.payload, 1), (Bytes{255, 255, 255, 0}));
  EXPECT_EQ(option(ack.payload, 3), (Bytes{192, 168, 1, 1}));
  EXPECT_EQ(option(ack.payload, 6), (Bytes{192, 168, 1, 1}));
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
}

TEST_F(Udp, DhcpRefusesWhatItDoesNotHaveAndWhenTold) {
  begin_dhcp();
  send_to(everybody, 67, dhcp(3, {192, 168, 1, 99}));
  EXPECT_EQ(option(next().payload, 53), Bytes{6});
  EXPECT_EQ(chip.control("dhcp nak"), "ok\n");
  send_to(everybody, 67, dhcp(3, {192, 168, 1, 50}));
  EXPECT_EQ(option(next().payload, 53), Bytes{6});
}

TEST_F(Udp, DhcpRenewsByUnicastWithAnotherLease) {
  open_udp(0, 68);
  EXPECT_EQ(chip.control("dhcp lease 10"), "ok\n");
  send_to({192, 168, 1, 1}, 67, dhcp(3, {}, {192, 168, 1, 50}));
  const Arrived ack = next();
  EXPECT_EQ(option(ack.payload, 53), Bytes{5});
  EXPECT_EQ(option(ack.payload, 51), (Bytes{0, 0, 0, 10}));
}

TEST_F(Udp, DhcpIsSilentWhenTold) {
  begin_dhcp();
  EXPECT_EQ(chip.control("dhcp silent"), "ok\n");
  send_to(everybody, 67, dhcp(1));
  EXPECT_TRUE(nothing_arrives());
  EXPECT_EQ(chip.control("dhcp serve"), "ok\n");
  send_to(everybody, 67, dhcp(1));
  EXPECT_EQ(option(next().payload, 53), Bytes{2});
}

Bytes dns_query(std::string_view first, std::string_view second) {
  Bytes query = {0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0};
  for (const std::string_view label : {first, second}) {
    query.push_back(static_cast<std::uint8_t>(label.size()));
    query.insert(query.end(), label.begin(), label.end());
  }
  query.insert(query.end(), {0, 0, 1, 0, 1});
  return query;
}

TEST_F(Udp, DnsKnowsThisMachineAndNoOther) {
  open_udp(0, 5000);
  const Bytes query = dns_query("HOST", "test");
  send_to({192, 168, 1, 1}, 53, query);
  const Bytes answer = next().payload;
  ASSERT_EQ(answer.size(), query.size() + 16);
  EXPECT_EQ(Bytes(answer.begin(), answer.begin() + 8), (Bytes{0x12, 0x34, 0x85, 0x80, 0, 1, 0, 1}));
  EXPECT_EQ(Bytes(answer.end() - 16, answer.end()),
            (Bytes{0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 168, 1, 2}));
  send_to({192, 168, 1, 1}, 53, dns_query("nobody", "test"));
  const Bytes refusal = next().payload;
  EXPECT_EQ(refusal[3] & 0x0F, 3);
  EXPECT_EQ(refusal[7], 0);
  EXPECT_EQ(chip.control("dns name push.test 127.0.0.1"), "ok\n");
  send_to({192, 168, 1, 1}, 53, dns_query("push", "test"));
  const Bytes later = next().payload;
  EXPECT_EQ(Bytes(later.end() - 4, later.end()), (Bytes{127, 0, 0, 1}));
}

TEST_F(Udp, NtpTellsTheTimeOrToGoAway) {
  open_udp(0, 5000);
  Bytes request(48, 0);
  request[0] = 0x23;
  request[47] = 0x77;
  send_to({192, 168, 1, 1}, 123, request);
  const Bytes reply = next().payload;
  EXPECT_EQ(reply[0], 0x24);
  EXPECT_EQ(reply[1], 2);
  EXPECT_EQ(reply[31], 0x77) << "the client's own time comes back";
  const std::uint32_t seconds = static_cast<std::uint32_t>(reply[40]) << 24U |
                                static_cast<std::uint32_t>(reply[41]) << 16U |
                                static_cast<std::uint32_t>(reply[42]) << 8U | reply[43];
  EXPECT_EQ(seconds, 1'700'000'000U + 2'208'988'800U);
  EXPECT_EQ(chip.control("ntp kiss"), "ok\n");
  send_to({192, 168, 1, 1}, 123, request);
  const Bytes kiss = next().payload;
  EXPECT_EQ(kiss[1], 0);
  EXPECT_EQ(Bytes(kiss.begin() + 12, kiss.begin() + 16), (Bytes{'R', 'A', 'T', 'E'}));
}

TEST_F(Udp, ThisMachineIsReachedAndAnswers) {
  const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in place = {};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&place), size), 0);
  ASSERT_EQ(::getsockname(socket, reinterpret_cast<sockaddr*>(&place), &size), 0);
  const unsigned there = ntohs(place.sin_port);

  open_udp(0, 5000);
  send_to({192, 168, 1, 2}, there, {'p', 'i', 'n', 'g'});
  EXPECT_TRUE(until([&] { return (events(0) & send_ok) != 0; }));
  char bytes[100];
  sockaddr_in from = {};
  ASSERT_EQ(::recvfrom(socket, bytes, sizeof bytes, 0, reinterpret_cast<sockaddr*>(&from), &size), 4);
  ASSERT_EQ(::sendto(socket, "pong", 4, 0, reinterpret_cast<sockaddr*>(&from), size), 4);
  const Arrived pong = next();
  EXPECT_EQ(pong.address, (Bytes{192, 168, 1, 2}));
  EXPECT_EQ(pong.port, there);
  EXPECT_EQ(pong.payload, (Bytes{'p', 'o', 'n', 'g'}));
  ::close(socket);
}

TEST_F(Udp, ClosedPortOfTheGatewayIsReportedAsUnreachable) {
  open_udp(0, 5000);
  send_to({192, 168, 1, 1}, 9, {1});
  ASSERT_TRUE(until([&] { return read8(common, 0x15) == 0x40; }));
  EXPECT_EQ(read(common, 0x28, 6), (Bytes{192, 168, 1, 1, 0, 9}));
  write8(common, 0x15, 0x40);
  EXPECT_EQ(read8(common, 0x15), 0);
}

TEST_F(Udp, AddressThatNobodyHasIsATimeOutAndTheSocketStays) {
  open_udp(0, 5000);
  send_to({192, 168, 1, 77}, 9, {1});
  pass(1'000'000);
  EXPECT_EQ(events(0), 0);
  pass(900'000);
  EXPECT_EQ(events(0), timeout);
  EXPECT_EQ(state(0), udp);
}

TEST_F(Udp, WithoutADestinationNothingEverComesOfIt) {
  open_udp(0, 5000);
  send_to({0, 0, 0, 0}, 9, {1});
  pass(100'000'000);
  EXPECT_EQ(events(0), 0);
  EXPECT_EQ(found(Severity::caution, "without a destination"), 1U);
}

TEST_F(Udp, DatagramThatDoesNotFitIsDroppedWhole) {
  write8(registers(0), rx_size, 0);
  begin_dhcp();
  send_to(everybody, 67, dhcp(1));
  EXPECT_TRUE(nothing_arrives());
  EXPECT_EQ(chip.counts().datagrams_dropped, 1U);
}

}  // namespace
}  // namespace hand
