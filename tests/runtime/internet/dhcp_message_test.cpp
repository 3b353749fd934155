// Against an offer and an acknowledgement of a real server, from the sample capture dhcp.pcap of Wireshark's wiki.
#include "prometheus_express/internet/dhcp_message.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "prometheus_express/internet/byte_order.hpp"

namespace prometheus_express::internet {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint32_t transaction = 0x00003D1D;
constexpr Mac mac = {0x00, 0x0B, 0x82, 0x01, 0xFC, 0x42};

/// The fixed fields of that capture, with other options.
Bytes message(const Bytes& options) {
  Bytes bytes = {0x02, 0x01, 0x06, 0x00, 0x00, 0x00, 0x3D, 0x1D, 0, 0, 0, 0,    0,    0,    0,    0,    0xC0,
                 0xA8, 0x00, 0x0A, 0xC0, 0xA8, 0x00, 0x01, 0,    0, 0, 0, 0x00, 0x0B, 0x82, 0x01, 0xFC, 0x42};
  bytes.resize(236);
  bytes.insert(bytes.end(), {0x63, 0x82, 0x53, 0x63});
  bytes.insert(bytes.end(), options.begin(), options.end());
  return bytes;
}

const Bytes offer_options = {0x35, 0x01, 0x02, 0x01, 0x04, 0xFF, 0xFF, 0xFF, 0x00, 0x3A, 0x04, 0x00,
                             0x00, 0x07, 0x08, 0x3B, 0x04, 0x00, 0x00, 0x0C, 0x4E, 0x33, 0x04, 0x00,
                             0x00, 0x0E, 0x10, 0x36, 0x04, 0xC0, 0xA8, 0x00, 0x01, 0xFF};

TEST(DhcpMessage, AnOfferOfARealServerIsRead) {
  DhcpReply reply;
  ASSERT_TRUE(read_dhcp(message(offer_options), transaction, mac, reply));
  EXPECT_EQ(reply.type, DhcpType::offer);
  EXPECT_EQ(reply.addresses.own, (Ipv4{{192, 168, 0, 10}}));
  EXPECT_EQ(reply.addresses.mask, (Ipv4{{255, 255, 255, 0}}));
  EXPECT_EQ(reply.server, (Ipv4{{192, 168, 0, 1}}));
  EXPECT_EQ(reply.lease, 3600U);
  EXPECT_EQ(reply.renewal, 1800U);
  EXPECT_EQ(reply.rebinding, 3150U);
  EXPECT_TRUE(reply.addresses.gateway.is_zero());
}

TEST(DhcpMessage, OfListsTheFirstCounts) {
  DhcpReply reply;
  ASSERT_TRUE(
      read_dhcp(message({53, 1, 5, 3, 8, 10, 0, 0, 1, 10, 0, 0, 2, 6, 8, 10, 0, 0, 3, 10, 0, 0, 4, 255}),
                transaction, mac, reply));
  EXPECT_EQ(reply.addresses.gateway, (Ipv4{{10, 0, 0, 1}}));
  EXPECT_EQ(reply.addresses.name_server, (Ipv4{{10, 0, 0, 3}}));
}

TEST(DhcpMessage, OptionsMayGoOnInOtherFields) {
  Bytes bytes = message({0, 0, 52, 1, 3, 53, 1, 5, 255});
  const Bytes in_file = {1, 4, 255, 255, 0, 0, 255};
  const Bytes in_name = {54, 4, 10, 0, 0, 9, 255};
  std::copy(in_file.begin(), in_file.end(), bytes.begin() + 108);
  std::copy(in_name.begin(), in_name.end(), bytes.begin() + 44);
  DhcpReply reply;
  ASSERT_TRUE(read_dhcp(bytes, transaction, mac, reply));
  EXPECT_EQ(reply.addresses.mask, (Ipv4{{255, 255, 0, 0}}));
  EXPECT_EQ(reply.server, (Ipv4{{10, 0, 0, 9}}));
}

TEST(DhcpMessage, WhatIsNotForUsIsRefused) {
  DhcpReply reply;
  EXPECT_FALSE(read_dhcp(message(offer_options), transaction + 1, mac, reply));
  EXPECT_FALSE(read_dhcp(message(offer_options), transaction, {0, 1, 2, 3, 4, 5}, reply));
  for (const std::size_t at : {0U, 1U, 2U, 236U, 239U}) {
    Bytes bytes = message(offer_options);
    bytes[at] ^= 1U;
    EXPECT_FALSE(read_dhcp(bytes, transaction, mac, reply)) << at;
  }
}

TEST(DhcpMessage, OptionsThatAreTooShortAreRefused) {
  DhcpReply reply;
  EXPECT_FALSE(read_dhcp(message({53, 1, 2, 54, 4, 1, 2, 3}), transaction, mac, reply));
  EXPECT_FALSE(read_dhcp(message({53, 1, 2, 51}), transaction, mac, reply));
  EXPECT_FALSE(read_dhcp(message({53, 1, 2, 1, 3, 255, 255, 255, 255}), transaction, mac, reply));
  EXPECT_FALSE(read_dhcp(message({53, 0, 255}), transaction, mac, reply));
  EXPECT_FALSE(read_dhcp(message({1, 4, 255, 255, 255, 0, 255}), transaction, mac, reply)) << "no type";
  EXPECT_FALSE(read_dhcp(message({53, 1, 3, 255}), transaction, mac, reply)) << "a request";
}

TEST(DhcpMessage, NoDamageIsReadBeyondItsEnd) {
  const Bytes whole = message(offer_options);
  DhcpReply reply;
  for (std::size_t size = 0; size < 243; ++size) {
    const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_FALSE(read_dhcp(part, transaction, mac, reply)) << size;
  }
  std::minstd_rand random(1);
  for (int round = 0; round < 20'000; ++round) {
    Bytes bytes = whole;
    for (int change = 0; change < 3; ++change) {
      bytes[240 + random() % (bytes.size() - 240)] = static_cast<std::uint8_t>(random());
    }
    bytes.resize(240 + random() % (bytes.size() - 239));
    bytes.shrink_to_fit();
    (void)read_dhcp(bytes, transaction, mac, reply);
  }
}

TEST(DhcpMessage, ADiscoverHasWhatServersLookFor) {
  Bytes bytes(largest_dhcp_request, 0xAA);
  ASSERT_EQ(write_dhcp(bytes, {.type = DhcpType::discover,
                               .transaction = transaction,
                               .seconds = 3,
                               .mac = mac,
                               .client = {},
                               .requested = {},
                               .server = {},
                               .host_name = "attic"}),
            300U);
  EXPECT_EQ(bytes[0], 1);
  EXPECT_EQ(read32(bytes, 4), transaction);
  EXPECT_EQ(read16(bytes, 8), 3);
  EXPECT_EQ(read16(bytes, 10), 0x8000) << "broadcast";
  EXPECT_EQ(read32(bytes, 236), 0x63825363U);
  const Bytes options(bytes.begin() + 240, bytes.begin() + 300);
  const Bytes wanted = {53, 1,  1,  61, 7,  1, 0x00, 0x0B, 0x82, 0x01, 0xFC, 0x42, 55,  7,   1,   3,  6,
                        42, 51, 58, 59, 57, 2, 2,    64,   12,   5,    'a',  't',  't', 'i', 'c', 255};
  EXPECT_TRUE(std::equal(wanted.begin(), wanted.end(), options.begin()));
}

TEST(DhcpMessage, TheLongestOneFits) {
  Bytes bytes(largest_dhcp_request);
  const DhcpRequest request = {.type = DhcpType::request,
                               .transaction = 1,
                               .seconds = 0,
                               .mac = mac,
                               .client = {},
                               .requested = {{10, 0, 0, 1}},
                               .server = {{10, 0, 0, 2}},
                               .host_name = std::string_view(
                                   "0123456789012345678901234567890123456789012345678901234567890123456789")};
  const std::size_t size = write_dhcp(bytes, request);
  EXPECT_LE(size, largest_dhcp_request);
  EXPECT_EQ(bytes[size - 1], 255);
  EXPECT_EQ(write_dhcp(std::span(bytes).first(largest_dhcp_request - 1), request), 0U);
}

}  // namespace
}  // namespace prometheus_express::internet
