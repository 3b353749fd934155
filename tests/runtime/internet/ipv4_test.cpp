#include "prometheus_express/internet/ipv4.hpp"

#include <gtest/gtest.h>

namespace prometheus_express::internet {
namespace {

TEST(Ipv4, DottedDecimalIsRead) {
  EXPECT_EQ(read_ipv4("192.168.1.20"), (Ipv4{{192, 168, 1, 20}}));
  EXPECT_EQ(read_ipv4("255.255.255.255"), broadcast);
}

TEST(Ipv4, AnythingElseIsNone) {
  for (const std::string_view text : {"", "1.2.3", "1.2.3.4.", ".1.2.3", "1..2.3", "1.2.3.256", "1.2.3.1000",
                                      "1.2.3.4 ", "a.b.c.d", "1,2,3,4", "2001:db8::7", "1.2.3.4.5"}) {
    EXPECT_TRUE(read_ipv4(text).is_zero()) << text;
  }
}

TEST(Ipv4, NamesDoNotLookLikeAddresses) {
  EXPECT_FALSE(looks_like_version_6("1.2.3"));
  EXPECT_FALSE(looks_like_version_6("127.0.0.1:80"));
  EXPECT_FALSE(looks_like_version_6("[::1]"));
  EXPECT_TRUE(looks_like_version_6("::ffff:10.0.0.1"));
  EXPECT_TRUE(looks_like_version_6("fe80::1%eth0"));
  EXPECT_FALSE(looks_like_version_6("10.example.com"));
}

TEST(Ipv4, NeighboursAreWhatTheMaskSays) {
  const Addresses addresses = {.own = {{10, 1, 2, 3}},
                               .mask = {{255, 255, 254, 0}},
                               .gateway = {},
                               .name_server = {},
                               .time_server = {}};
  EXPECT_TRUE(is_neighbour(addresses, {{10, 1, 3, 200}}));
  EXPECT_FALSE(is_neighbour(addresses, {{10, 1, 4, 3}}));
}

}  // namespace
}  // namespace prometheus_express::internet
