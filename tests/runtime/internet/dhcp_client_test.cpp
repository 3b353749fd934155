// RFC 2131, figure 5: the states of a client and what leads from one to another.
#include "prometheus_express/internet/dhcp_client.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace prometheus_express::internet {
namespace {

using Bytes = std::vector<std::uint8_t>;
using State = DhcpClient::State;

constexpr Mac mac = {2, 0, 0, 0, 0, 9};
constexpr Endpoint server = {{{10, 0, 0, 1}}, 67};

class DhcpClientTest : public testing::Test {
 protected:
  /// Its question, once it has one; its kind is at the front of its options.
  Question ask() {
    now = now + client.until_question(now);
    EXPECT_EQ(client.until_question(now), Duration());
    memory.assign(Asker::largest_datagram, 0);
    const Question question = client.ask(memory, now);
    kind = memory[242];
    return question;
  }

  Bytes answer(std::uint8_t type, std::uint32_t lease = 3600) const {
    Bytes bytes(memory.begin(), memory.begin() + 240);
    bytes[0] = 2;
    bytes[16] = 10, bytes[19] = 77;
    const auto seconds = [&](unsigned shift) { return static_cast<std::uint8_t>(lease >> shift); };
    const Bytes options = {53, 1,  type, 54,          4,           10,         0,          0,
                           1,  51, 4,    seconds(24), seconds(16), seconds(8), seconds(0), 255};
    bytes.insert(bytes.end(), options.begin(), options.end());
    return bytes;
  }

  bool option(std::uint8_t code, const Bytes& value) const {
    for (std::size_t at = 240; memory[at] != 255; at += 2U + memory[at + 1]) {
      if (memory[at] == code) {
        return Bytes(memory.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     memory.begin() + static_cast<std::ptrdiff_t>(at) + 2 + memory[at + 1]) == value;
      }
    }
    return value.empty();
  }

  void bind(std::uint32_t lease = 3600) {
    (void)ask();
    ASSERT_TRUE(client.hear(answer(2), server, now));
    (void)ask();
    ASSERT_TRUE(client.hear(answer(5, lease), server, now));
    ASSERT_TRUE(client.has_new_addresses(addresses));
  }

  DhcpClient client{mac, "attic", 11};
  Time now = {0xFFFFF000};
  Bytes memory;
  std::uint8_t kind = 0;
  Addresses addresses;
};

TEST_F(DhcpClientTest, TimesThatWouldAskWithoutAPauseAreNotTaken) {
  for (const std::uint32_t silly : {0U, 1U, 3U, 3600U, 0xFFFFFFFFU}) {
    DhcpClient fresh{mac, "attic", 11};
    const auto exchange = [&](Bytes reply) {
      memory.assign(Asker::largest_datagram, 0);
      (void)fresh.until_question(now);
      (void)fresh.ask(memory, now);
      std::copy_n(memory.begin() + 4, 4, reply.begin() + 4);
      reply.pop_back();
      for (const std::uint8_t code : {std::uint8_t{58}, std::uint8_t{59}}) {
        reply.insert(reply.end(), {code, 4, static_cast<std::uint8_t>(silly >> 24U),
                                   static_cast<std::uint8_t>(silly >> 16U),
                                   static_cast<std::uint8_t>(silly >> 8U), static_cast<std::uint8_t>(silly)});
      }
      reply.push_back(255);
      return fresh.hear(reply, server, now);
    };
    (void)ask();
    ASSERT_TRUE(exchange(answer(2)));
    ASSERT_TRUE(exchange(answer(5)));
    EXPECT_EQ(fresh.until_question(now), Duration::seconds(1800)) << silly;
  }
}

TEST_F(DhcpClientTest, AnAddressIsFoundAskedForAndGiven) {
  EXPECT_EQ(ask().to, (Endpoint{broadcast, 67}));
  EXPECT_EQ(kind, 1);
  EXPECT_TRUE(client.hear(answer(2), server, now));
  EXPECT_EQ(ask().to, (Endpoint{broadcast, 67}));
  EXPECT_EQ(kind, 3);
  EXPECT_TRUE(option(50, {10, 0, 0, 77}));
  EXPECT_TRUE(option(54, {10, 0, 0, 1}));
  EXPECT_FALSE(client.has_new_addresses(addresses));
  EXPECT_TRUE(client.hear(answer(5), server, now));
  EXPECT_TRUE(client.has_new_addresses(addresses));
  EXPECT_EQ(addresses.own, (Ipv4{{10, 0, 0, 77}}));
  EXPECT_FALSE(client.has_new_addresses(addresses));
  EXPECT_EQ(client.state(), State::bound);
}

TEST_F(DhcpClientTest, AnAnswerThatIsNotWantedChangesNothing) {
  (void)ask();
  EXPECT_FALSE(client.hear(answer(5), server, now));
  EXPECT_FALSE(client.hear(answer(2), {server.address, 68}, now));
  Bytes other = answer(2);
  other[16] = 0;  // 0.0.0.77
  EXPECT_FALSE(client.hear(other, server, now));
  EXPECT_EQ(client.state(), State::selecting);
}

TEST_F(DhcpClientTest, UnansweredQuestionsComeAtLongerAndLongerIntervals) {
  const std::uint32_t seconds[] = {4, 8, 16, 32, 64, 64};
  for (const std::uint32_t expected : seconds) {
    const Question question = ask();
    EXPECT_EQ(kind, 1);
    EXPECT_GE(question.patience, Duration::seconds(expected - 1));
    EXPECT_LE(question.patience, Duration::seconds(expected + 1));
    now = now + question.patience;
    client.give_up(now);
  }
}

TEST_F(DhcpClientTest, AnOfferThatNobodyConfirmsIsForgotten) {
  (void)ask();
  ASSERT_TRUE(client.hear(answer(2), server, now));
  for (int attempt = 0; attempt < 4; ++attempt) {
    (void)ask();
    EXPECT_EQ(kind, 3);
    client.give_up(now);
  }
  (void)ask();
  EXPECT_EQ(kind, 1);
}

TEST_F(DhcpClientTest, TheLeaseIsRenewedAtHalfOfItsTime) {
  bind();
  EXPECT_EQ(client.until_question(now), Duration::seconds(1800));
  EXPECT_EQ(ask().to, server);
  EXPECT_EQ(kind, 3);
  EXPECT_TRUE(option(50, {}));
  EXPECT_EQ(memory[15], 77) << "ciaddr";
  EXPECT_TRUE(client.hear(answer(5), server, now));
  EXPECT_FALSE(client.has_new_addresses(addresses));
  EXPECT_EQ(client.until_question(now), Duration::seconds(1800));
}

TEST_F(DhcpClientTest, AServerThatIsGoneIsReplacedByAnyAndThenTheAddressIsLost) {
  bind();
  const Time start = now;
  std::vector<std::uint32_t> renewing;
  std::vector<std::uint32_t> rebinding;
  for (;;) {
    const Question question = ask();
    if (kind == 1) {
      break;
    }
    (question.to == server ? renewing : rebinding).push_back((now - start).milliseconds / 1000);
    client.give_up(now);
  }
  EXPECT_EQ(renewing, (std::vector<std::uint32_t>{1800, 2475, 2812, 2981, 3065, 3125}));
  ASSERT_FALSE(rebinding.empty());
  EXPECT_EQ(rebinding.front(), 3150U);
  for (std::size_t at = 1; at < rebinding.size(); ++at) {
    EXPECT_GE(rebinding[at] - rebinding[at - 1], 60U);
  }
  EXPECT_EQ((now - start).milliseconds / 1000, 3600U);
  EXPECT_TRUE(client.has_new_addresses(addresses));
  EXPECT_TRUE(addresses.own.is_zero());
}

TEST_F(DhcpClientTest, ARefusalTakesTheAddressAway) {
  bind();
  (void)ask();
  EXPECT_TRUE(client.hear(answer(6), server, now));
  EXPECT_TRUE(client.has_new_addresses(addresses));
  EXPECT_TRUE(addresses.own.is_zero());
  (void)ask();
  EXPECT_EQ(kind, 1);
}

TEST_F(DhcpClientTest, AfterALossOfTheLinkTheAddressIsConfirmedOrKept) {
  bind();
  client.note_link(now);
  EXPECT_EQ(ask().to.address, broadcast);
  EXPECT_EQ(kind, 3);
  EXPECT_TRUE(option(50, {10, 0, 0, 77}));
  EXPECT_TRUE(option(54, {}));
  client.give_up(now);
  (void)ask();
  client.give_up(now);
  EXPECT_EQ(client.state(), State::bound);
  EXPECT_EQ(client.until_question(now), Duration::seconds(1800));
  client.note_link(now);
  (void)ask();
  EXPECT_TRUE(client.hear(answer(6), server, now));
  EXPECT_TRUE(client.has_new_addresses(addresses));
  EXPECT_TRUE(addresses.own.is_zero());
}

TEST_F(DhcpClientTest, AnAddressThatSomebodyElseUsesIsDeclined) {
  bind();
  client.note_conflict(now);
  EXPECT_TRUE(client.has_new_addresses(addresses));
  EXPECT_TRUE(addresses.own.is_zero());
  (void)ask();
  EXPECT_EQ(kind, 4);
  EXPECT_TRUE(option(50, {10, 0, 0, 77}));
  EXPECT_TRUE(option(54, {10, 0, 0, 1}));
  EXPECT_EQ(client.until_question(now), Duration::seconds(10));
  (void)ask();
  EXPECT_EQ(kind, 1);
}

TEST_F(DhcpClientTest, ALeaseForEverIsRenewedAllTheSame) {
  bind(0xFFFFFFFF);
  EXPECT_EQ(client.until_question(now), Duration::seconds(500'000));
}

TEST_F(DhcpClientTest, ALeaseOfNoTimeLastsEightSeconds) {
  bind(0);
  EXPECT_EQ(client.until_question(now), Duration::seconds(4));
}

}  // namespace
}  // namespace prometheus_express::internet
