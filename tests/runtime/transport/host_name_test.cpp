#include "prometheus_express/transport/host_name.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using prometheus_express::transport::is_host_name;

TEST(HostName, IsOfLabels) {
  for (const char* const name : {"a", "localhost", "push.example.com", "push.example.com.", "3com.example",
                                 "a-b", "my_service", "xn--bcher-kva.example", "1.2.3.4.in-addr.arpa"}) {
    EXPECT_TRUE(is_host_name(name)) << name;
  }
}

TEST(HostName, IsNoAddressAndNothingElse) {
  for (const char* const text : {"", ".", "a..b", ".a", "a..", "127.1", "1.2.3.4", "1.2.3.4.", "80", "[::1]",
                                 "::1", "a:80", "a b", "a/b",
                                 "b\xC3\xBC"
                                 "cher.example",
                                 "user@host"}) {
    EXPECT_FALSE(is_host_name(text)) << text;
  }
  EXPECT_FALSE(is_host_name({"a\0b", 3}));
}

TEST(HostName, HasAtMost253BytesAnd63ALabel) {
  const std::string label(63, 'a');
  EXPECT_TRUE(is_host_name(label + ".b"));
  EXPECT_FALSE(is_host_name(label + "a.b"));
  EXPECT_FALSE(is_host_name("b." + label + "a"));
  const std::string longest = label + '.' + label + '.' + label + '.' + std::string(61, 'b');
  ASSERT_EQ(longest.size(), 253U);
  EXPECT_TRUE(is_host_name(longest));
  EXPECT_TRUE(is_host_name(longest + '.'));
  EXPECT_FALSE(is_host_name(longest + 'b'));
}

}  // namespace
