// Against messages as name servers send them, written out by RFC 1035, 4.
#include "prometheus_express/internet/dns_message.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace prometheus_express::internet {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint16_t id = 0x1234;
constexpr std::string_view name = "push.example.com";

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

const std::string question(
    "\x04push\x07"
    "example\x03"
    "com\x00\x00\x01\x00\x01",
    22);

Bytes reply(const std::string& flags, char answers, const std::string& records) {
  return bytes_of(std::string("\x12\x34", 2) + flags + std::string("\x00\x01\x00", 3) + answers +
                  std::string("\x00\x00\x00\x00", 4) + question + records);
}

const std::string sound("\x81\x80", 2);
const std::string address_record("\xC0\x0C\x00\x01\x00\x01\x00\x00\x01\x2C\x00\x04\x0A\x00\x00\x05", 16);
// push.example.com is another name of host.example.com, whose name in the record is a label and a pointer.
const std::string alias_record("\xC0\x0C\x00\x05\x00\x01\x00\x00\x01\x2C\x00\x07\x04host\xC0\x11", 19);
const std::string host_record("\x04host\xC0\x11\x00\x01\x00\x01\x00\x00\x01\x2C\x00\x04\x0A\x00\x00\x06", 21);

TEST(DnsMessage, AQuestionIsWritten) {
  Bytes bytes(64);
  bytes.resize(write_dns_question(bytes, id, name));
  EXPECT_EQ(bytes, bytes_of(std::string("\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00", 12) + question));
  Bytes dotted(64);
  dotted.resize(write_dns_question(dotted, id, "push.example.com."));
  EXPECT_EQ(dotted, bytes);
}

TEST(DnsMessage, WhatIsNoNameIsRefused) {
  Bytes bytes(512);
  const std::string label(63, 'a');
  const std::string longest = label + "." + label + "." + label + "." + std::string(61, 'b');
  EXPECT_NE(write_dns_question(bytes, id, longest), 0U);
  for (const std::string& wrong : {std::string(), std::string("."), std::string("a..b"), std::string(".a"),
                                   std::string("a.."), std::string(64, 'a'), longest + "c"}) {
    EXPECT_EQ(write_dns_question(bytes, id, wrong), 0U) << wrong;
  }
  EXPECT_EQ(write_dns_question(std::span(bytes).first(33), id, name), 0U);
}

TEST(DnsMessage, AddressesAreReadBehindAliases) {
  DnsReply found;
  ASSERT_TRUE(read_dns_reply(reply(sound, 3, alias_record + host_record + address_record), id, name, found));
  EXPECT_EQ(found.outcome, DnsOutcome::found);
  ASSERT_EQ(found.count, 2);
  EXPECT_EQ(found.addresses[0], (Ipv4{{10, 0, 0, 6}}));
  EXPECT_EQ(found.addresses[1], (Ipv4{{10, 0, 0, 5}}));
}

TEST(DnsMessage, MoreAddressesThanThereIsRoomForAreLeftOut) {
  std::string records;
  for (int record = 0; record < 6; ++record) {
    records += address_record;
  }
  DnsReply found;
  ASSERT_TRUE(read_dns_reply(reply(sound, 6, records), id, name, found));
  EXPECT_EQ(found.count, 4);
}

TEST(DnsMessage, LettersMayComeBackInAnotherCase) {
  Bytes bytes = reply(sound, 1, address_record);
  bytes[13] = 'P';
  DnsReply found;
  EXPECT_TRUE(read_dns_reply(bytes, id, name, found));
}

TEST(DnsMessage, ErrorsOfTheServerAreTold) {
  DnsReply found;
  ASSERT_TRUE(read_dns_reply(reply("\x81\x83", 0, ""), id, name, found));
  EXPECT_EQ(found.outcome, DnsOutcome::no_such_name);
  ASSERT_TRUE(read_dns_reply(reply("\x81\x82", 0, ""), id, name, found));
  EXPECT_EQ(found.outcome, DnsOutcome::failed);
  ASSERT_TRUE(read_dns_reply(reply(sound, 1, alias_record), id, name, found));
  EXPECT_EQ(found.outcome, DnsOutcome::no_such_name) << "no address";
}

TEST(DnsMessage, OfAnAnswerThatWasCutOffCountsWhatIsThere) {
  DnsReply found;
  ASSERT_TRUE(
      read_dns_reply(reply("\x83\x80", 2, address_record + address_record.substr(0, 9)), id, name, found));
  EXPECT_EQ(found.count, 1);
  ASSERT_TRUE(read_dns_reply(reply("\x83\x80", 1, ""), id, name, found));
  EXPECT_EQ(found.outcome, DnsOutcome::failed);
}

TEST(DnsMessage, AnswersToOtherQuestionsAreRefused) {
  DnsReply found;
  const Bytes right = reply(sound, 1, address_record);
  EXPECT_FALSE(read_dns_reply(right, id + 1, name, found));
  EXPECT_FALSE(read_dns_reply(right, id, "pull.example.com", found));
  EXPECT_FALSE(read_dns_reply(reply(std::string("\x01\x00", 2), 1, address_record), id, name, found))
      << "a question";
  Bytes none = right;
  none[5] = 0;
  EXPECT_FALSE(read_dns_reply(none, id, name, found));
}

TEST(DnsMessage, NoDamageIsReadBeyondItsEnd) {
  const Bytes whole = reply(sound, 3, alias_record + host_record + address_record);
  DnsReply found;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_FALSE(read_dns_reply(part, id, name, found)) << size;
  }
  std::minstd_rand random(1);
  for (int round = 0; round < 20'000; ++round) {
    Bytes bytes = whole;
    for (int change = 0; change < 3; ++change) {
      bytes[34 + random() % (bytes.size() - 34)] = static_cast<std::uint8_t>(random());
    }
    bytes[2] = (random() & 1U) != 0 ? 0x83 : 0x81;
    bytes.resize(34 + random() % (bytes.size() - 33));
    bytes.shrink_to_fit();
    (void)read_dns_reply(bytes, id, name, found);
    EXPECT_LE(found.count, 4);
  }
}

}  // namespace
}  // namespace prometheus_express::internet
