// DHCP, DNS and SNTP over the chip's socket for datagrams.
#include "prometheus_express/ports/w5500/datagrams.hpp"

#include <gtest/gtest.h>

#include "prometheus_express/internet/byte_order.hpp"
#include "prometheus_express/internet/dhcp_client.hpp"
#include "prometheus_express/internet/resolver.hpp"
#include "prometheus_express/internet/sntp_client.hpp"
#include "station.hpp"

namespace w5500_test {
namespace {

namespace internet = px::internet;

constexpr unsigned socket = 7;
constexpr std::uint8_t closed = 0x00, listen = 0x14, udp = 0x22;

/// A server's answer to a client's DHCP message: of the server 192.168.1.1, for 192.168.1.77.
std::string dhcp_answer(const std::string& question, std::uint8_t type) {
  std::string answer = question.substr(0, 236);
  answer[0] = 2;
  answer.replace(16, 4, "\xC0\xA8\x01\x4D", 4);
  answer += std::string("\x63\x82\x53\x63\x35\x01", 6) + static_cast<char>(type);
  answer += std::string("\x36\x04\xC0\xA8\x01\x01\x33\x04\x00\x00\x0E\x10\x01\x04\xFF\xFF\xFF\x00", 18);
  answer += std::string("\x03\x04\xC0\xA8\x01\x01\x06\x04\xC0\xA8\x01\x35\x2A\x04\xC0\xA8\x01\x7B\xFF", 19);
  return answer;
}

class W5500Datagrams : public Station {
 protected:
  explicit W5500Datagrams(const internet::Addresses& addresses = static_addresses)
      : Station(addresses), datagrams(ethernet) {}

  w5500::Datagrams datagrams;
};

class W5500Dhcp : public W5500Datagrams {
 protected:
  W5500Dhcp() : W5500Datagrams(internet::Addresses()), dhcp({2, 0, 0, 0, 0, 1}, "attic", 7) {
    datagrams.add(dhcp);
  }

  void lease() {
    start_up();
    pass(3);
    const std::string discover = chip.take_sent(socket);
    ASSERT_EQ(discover.size(), 300U);
    chip.receives_datagram({192, 168, 1, 1}, 67, dhcp_answer(discover, 2));
    pass(6);
    const std::string request = chip.take_sent(socket);
    ASSERT_EQ(request.size(), 300U);
    chip.receives_datagram({192, 168, 1, 1}, 67, dhcp_answer(request, 5));
    pass(10);
  }

  internet::DhcpClient dhcp;
};

TEST_F(W5500Dhcp, NoSocketOfTheServerOpensWithoutAnAddress) {
  start_up();
  pass(50);
  EXPECT_EQ(chip.state(0), closed);
  EXPECT_EQ(chip.state(socket), udp);
  EXPECT_EQ(chip.word(socket, 4), 68);
  EXPECT_EQ(chip.word(socket, 0x10), 67);
  EXPECT_EQ(chip.word(socket, 0x0C), 0xFFFF);
}

TEST_F(W5500Dhcp, AnAddressIsLeasedAndServed) {
  lease();
  EXPECT_EQ(dhcp.state(), internet::DhcpClient::State::bound);
  EXPECT_EQ(chip.common()[0x12], 77);
  EXPECT_EQ(chip.common()[0x04], 1);
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(chip.state(socket), closed);
  EXPECT_EQ(ethernet.addresses().name_server, (internet::Ipv4{{192, 168, 1, 53}}));
  EXPECT_EQ(ethernet.statistics().resets, 1U);
}

TEST_F(W5500Dhcp, RenewalDisturbsNoConnection) {
  lease();
  chip.client_connects(0);
  poll();
  ASSERT_TRUE(tcp.accept(0));
  leap(1800);
  pass(10);
  const std::string renewal = chip.take_sent(socket);
  ASSERT_EQ(renewal.size(), 300U);
  EXPECT_EQ(chip.word(socket, 0x0C), 0xC0A8);  // the server itself is asked
  chip.receives_datagram({192, 168, 1, 1}, 67, dhcp_answer(renewal, 5));
  pass(10);
  EXPECT_EQ(dhcp.state(), internet::DhcpClient::State::bound);
  EXPECT_EQ(chip.state(0), 0x17);
}

TEST_F(W5500Dhcp, AfterTheLeaseNothingIsServed) {
  lease();
  leap(3600);
  pass(10);
  EXPECT_EQ(chip.state(0), closed);
  EXPECT_EQ(chip.common()[0x0F], 0);
}

TEST_F(W5500Dhcp, AnAddressThatSomebodyElseUsesIsDeclined) {
  lease();
  chip.set_common(0x15, 0x80);
  pass(270);
  EXPECT_EQ(chip.state(0), closed);
  EXPECT_EQ(chip.common()[0x12], 0);
  const std::string decline = chip.take_sent(socket);
  ASSERT_EQ(decline.size(), 300U);
  EXPECT_EQ(decline[242], 4);
}

TEST_F(W5500Dhcp, AChipThatWasResetKeepsItsLease) {
  lease();
  chip.forgets_all();
  pass(300);
  EXPECT_EQ(chip.common()[0x12], 77);
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(dhcp.state(), internet::DhcpClient::State::rebooting);
}

class W5500Dns : public W5500Datagrams {
 protected:
  W5500Dns() : resolver(5) { datagrams.add(resolver); }

  std::string answer_to(const std::string& question) const {
    std::string answer = question;
    answer[2] = '\x81', answer[3] = '\x80', answer[7] = 1;
    return answer + std::string("\xC0\x0C\x00\x01\x00\x01\x00\x00\x00\x3C\x00\x04\x0A\x00\x00\x05", 16);
  }

  internet::Resolver resolver;
};

TEST_F(W5500Dns, AnAnswerEndsTheSocketsUse) {
  start_up();
  pass(5);
  resolver.begin("push.example.com");
  pass(5);
  EXPECT_GE(chip.word(socket, 4), 49152);
  chip.receives_datagram({192, 168, 1, 53}, 53, answer_to(chip.take_sent(socket)));
  pass(5);
  ASSERT_EQ(resolver.state(), internet::Resolver::State::found);
  EXPECT_EQ(resolver.addresses()[0], (internet::Ipv4{{10, 0, 0, 5}}));
  EXPECT_EQ(chip.state(socket), closed);
}

TEST_F(W5500Dns, AnswersOfOthersArePassedOver) {
  start_up();
  pass(5);
  resolver.begin("push.example.com");
  pass(5);
  const std::string answer = answer_to(chip.take_sent(socket));
  chip.receives_datagram({10, 0, 0, 66}, 53, answer);
  chip.receives_datagram({192, 168, 1, 53}, 53, std::string(900, 'x'));
  chip.receives_datagram({192, 168, 1, 53}, 53, "");
  pass(8);
  EXPECT_EQ(resolver.state(), internet::Resolver::State::pending);
  chip.receives_datagram({192, 168, 1, 53}, 53, answer);
  pass(5);
  EXPECT_EQ(resolver.state(), internet::Resolver::State::found);
}

TEST_F(W5500Dns, ALengthThatCannotBeEndsTheQuestionAndNotTheDriver) {
  start_up();
  pass(5);
  resolver.begin("push.example.com");
  pass(5);
  chip.disturb = [](unsigned block, unsigned, std::span<std::uint8_t> bytes) {
    if (block == 4 * socket + 3 && bytes.size() == 8) {
      bytes[6] = 0xFF;
    }
  };
  chip.receives_datagram({192, 168, 1, 53}, 53, "x");
  pass(10);
  chip.disturb = nullptr;
  chip.receives_datagram({192, 168, 1, 53}, 53, answer_to(chip.take_sent(socket)));
  pass(10);
  EXPECT_NE(resolver.state(), internet::Resolver::State::found);  // of the question that was given up
  EXPECT_EQ(ethernet.statistics().resets, 1U);
}

TEST_F(W5500Dns, AServerThatNobodyHasIsGivenUpByTheChipsEvent) {
  start_up();
  pass(5);
  resolver.begin("push.example.com");
  for (int attempt = 0; attempt < 3; ++attempt) {
    pass(5);
    ASSERT_EQ(chip.state(socket), udp);
    chip.times_out(socket);
    pass(2);
  }
  EXPECT_EQ(resolver.state(), internet::Resolver::State::failed);
}

TEST_F(W5500Dns, AServerThatIsSilentIsAskedThreeTimes) {
  start_up();
  pass(5);
  resolver.begin("push.example.com");
  pass(7100);
  EXPECT_EQ(resolver.state(), internet::Resolver::State::failed);
  EXPECT_EQ(chip.count_commands(0x20), 3U);
}

TEST_F(W5500Datagrams, TheTimeIsAskedOfTheServer) {
  internet::SntpClient sntp({{192, 168, 1, 123}}, 3);
  sntp.note_addresses(static_addresses);
  start_up();
  pass(5);
  datagrams.add(sntp);
  std::string answer;
  for (; answer.empty() && passed < 100; answer = chip.take_sent(socket)) {
    pass(1);
  }
  const std::uint32_t asked = passed;
  ASSERT_EQ(answer.size(), 48U);
  answer[0] = 0x24;
  answer[1] = 2;
  answer.replace(24, 8, answer.substr(40, 8));
  answer.replace(40, 8, std::string("\xE0\x00\x00\x00\x80\x00\x00\x00", 8));
  pass(20);
  chip.receives_datagram({192, 168, 1, 123}, 123, answer);
  pass(1);
  ASSERT_TRUE(sntp.is_set());
  // 0xE0000000 s since 1900 are 3758096384; the fraction is half a second. Half of the way is added.
  const double half_way = (passed - asked) / 2.0;
  EXPECT_NEAR(static_cast<double>(sntp.unix_milliseconds(now())),
              (3758096384.0 - 2208988800.0) * 1000 + 500 + half_way, 2);
}

}  // namespace
}  // namespace w5500_test
