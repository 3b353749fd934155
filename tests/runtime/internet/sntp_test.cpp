// RFC 4330, with times of RFC 5905's figure 4.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "prometheus_express/internet/byte_order.hpp"
#include "prometheus_express/internet/sntp_client.hpp"
#include "prometheus_express/internet/sntp_message.hpp"

namespace prometheus_express::internet {
namespace {

using Message = std::array<std::uint8_t, 48>;

constexpr std::uint64_t cookie = 0x0123456789ABCDEF;

Message reply(std::uint32_t seconds, std::uint32_t fraction = 0) {
  Message message = {};
  message[0] = 0x24;  // version 4, server
  message[1] = 2;     // stratum
  write32(message, 24, static_cast<std::uint32_t>(cookie >> 32U));
  write32(message, 28, static_cast<std::uint32_t>(cookie));
  write32(message, 40, seconds);
  write32(message, 44, fraction);
  return message;
}

TEST(SntpMessage, TimesOfBothErasAreRead) {
  SntpReply read;
  ASSERT_TRUE(read_sntp_reply(reply(2'208'988'800U, 0x80000000U), cookie, read));  // 1970-01-01
  EXPECT_EQ(read.outcome, SntpOutcome::time);
  EXPECT_EQ(read.milliseconds, 500U);
  ASSERT_TRUE(read_sntp_reply(reply(3'155'673'600U), cookie, read));  // 2000-01-01
  EXPECT_EQ(read.milliseconds, 946'684'800'000U);
  ASSERT_TRUE(read_sntp_reply(reply(0, 1), cookie, read));  // 2036-02-07 06:28:16
  EXPECT_EQ(read.milliseconds, 2'085'978'496'000U);
}

TEST(SntpMessage, AnswersToOthersAreRefused) {
  SntpReply read;
  EXPECT_FALSE(read_sntp_reply(reply(1), cookie + 1, read));
  EXPECT_FALSE(read_sntp_reply(reply(1), cookie + (std::uint64_t{1} << 40U), read));
  Message question = reply(1);
  question[0] = 0x23;  // a client's
  EXPECT_FALSE(read_sntp_reply(question, cookie, read));
  question = reply(1);
  EXPECT_FALSE(read_sntp_reply(std::span(question).first(47), cookie, read));
}

TEST(SntpMessage, ServersWithoutTimeAreNotBelieved) {
  SntpReply read;
  Message message = reply(3'155'673'600U);
  message[0] = 0xE4;  // leap indicator 3: not synchronized
  ASSERT_TRUE(read_sntp_reply(message, cookie, read));
  EXPECT_EQ(read.outcome, SntpOutcome::unusable);
  message = reply(3'155'673'600U);
  message[1] = 16;
  ASSERT_TRUE(read_sntp_reply(message, cookie, read));
  EXPECT_EQ(read.outcome, SntpOutcome::unusable);
  ASSERT_TRUE(read_sntp_reply(reply(0), cookie, read));
  EXPECT_EQ(read.outcome, SntpOutcome::unusable);
  message[1] = 0;
  ASSERT_TRUE(read_sntp_reply(message, cookie, read));
  EXPECT_EQ(read.outcome, SntpOutcome::refused);
}

class SntpClientTest : public testing::Test {
 protected:
  SntpClientTest() { client.note_addresses(addresses); }

  bool answer(std::uint32_t seconds, std::uint8_t stratum = 2) {
    Message message = reply(seconds);
    message[1] = stratum;
    std::copy(memory.begin() + 40, memory.end(), message.begin() + 24);
    return client.hear(message, {{{10, 0, 0, 1}}, 123}, now);
  }
  Duration ask() {
    EXPECT_EQ(client.until_question(now), Duration());
    return client.ask(memory, now).patience;
  }

  static constexpr Addresses addresses = {
      .own = {{10, 0, 0, 2}}, .mask = {}, .gateway = {}, .name_server = {}, .time_server = {{10, 0, 0, 1}}};
  SntpClient client{Ipv4(), 3};
  Time now = {0xFFFFFF00};
  Message memory = {};
};

TEST_F(SntpClientTest, TheTimeRunsOnFromTheAnswer) {
  (void)ask();
  now = now + Duration{40};
  ASSERT_TRUE(answer(3'155'673'600U));
  EXPECT_EQ(client.unix_milliseconds(now), 946'684'800'020U);
  EXPECT_EQ(client.unix_milliseconds(now + Duration{1000}), 946'684'801'020U);
  EXPECT_EQ(client.until_question(now), Duration::seconds(3600));
}

TEST_F(SntpClientTest, TheTimeIsRightAfterMonthsWithoutAServer) {
  (void)ask();
  ASSERT_TRUE(answer(3'155'673'600U));
  for (int hour = 0; hour < 24 * 100; ++hour) {
    now = now + Duration::seconds(3600);
    if (client.until_question(now) == Duration()) {
      (void)ask();
      client.give_up(now);
    }
  }
  EXPECT_EQ(client.unix_milliseconds(now), 946'684'800'000U + 100ULL * 24 * 3600 * 1000);
}

TEST_F(SntpClientTest, WithoutAnAnswerItAsksLessAndLess) {
  for (const std::uint32_t seconds : {15U, 30U, 60U, 120U, 240U, 480U, 960U, 1920U, 3600U, 3600U}) {
    (void)ask();
    client.give_up(now);
    EXPECT_EQ(client.until_question(now), Duration::seconds(seconds));
    now = now + Duration::seconds(seconds);
  }
  EXPECT_FALSE(client.is_set());
}

TEST_F(SntpClientTest, AServerThatDoesNotWantItIsAskedOnceADay) {
  (void)ask();
  ASSERT_TRUE(answer(3'155'673'600U, 0));
  EXPECT_EQ(client.until_question(now), Duration::seconds(24 * 3600));
  EXPECT_FALSE(client.is_set());
}

TEST_F(SntpClientTest, WithoutAServerNothingIsAsked) {
  client.note_addresses({});
  EXPECT_EQ(client.until_question(now), Asker::never);
}

}  // namespace
}  // namespace prometheus_express::internet
