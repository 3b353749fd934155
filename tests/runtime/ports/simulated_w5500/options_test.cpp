// How a chip is connected: options by their words, and where addresses of its network are.
#include "hand_driver.hpp"

namespace hand {
namespace {

TEST(OptionWords, SetWhatTheySay) {
  Options options;
  EXPECT_TRUE(options.set("port-offset", "10000"));
  EXPECT_EQ(options.port_offset, 10000);
  EXPECT_TRUE(options.set("port", "80=8080"));
  EXPECT_EQ(options.ports.at(80), 8080);
  EXPECT_TRUE(options.set("seed", "5"));
  EXPECT_EQ(options.seed, 5U);
  EXPECT_TRUE(options.set("answer", "send-ok=transmitted"));
  EXPECT_TRUE(options.answers.send_ok_when_transmitted);
  EXPECT_TRUE(options.set("gateway", "10.0.0.1"));
  EXPECT_EQ(options.gateway, (Address{10, 0, 0, 1}));
  EXPECT_TRUE(options.set("host", "10.0.0.2"));
  EXPECT_EQ(options.host, (Address{10, 0, 0, 2}));
  EXPECT_TRUE(options.set("lease", "60"));
  EXPECT_EQ(options.dhcp.lease, 60U);
  EXPECT_TRUE(options.set("name", "push.test=10.0.0.3"));
  EXPECT_EQ(options.dns.names.find("push.test")->second, (Address{10, 0, 0, 3}));
  EXPECT_TRUE(options.set("remote", "10.0.0.3:9091=127.0.0.1:19091"));
  ASSERT_EQ(options.remotes.size(), 1U);
  EXPECT_EQ(options.remotes[0].port, 9091);
  EXPECT_EQ(options.remotes[0].host_port, 19091);
}

TEST(OptionWords, AreRefusedWhereTheyCannotBe) {
  Options options;
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, const char*>>{{"port-offset", "x"},
                                                                  {"port-offset", "65536"},
                                                                  {"port", "80"},
                                                                  {"port", "80="},
                                                                  {"seed", "-1"},
                                                                  {"answer", "send-ok"},
                                                                  {"answers", ""},
                                                                  {"gateway", "10.0.0"},
                                                                  {"gateway", "10.0.0.256"},
                                                                  {"gateway", "10.0.0.1.2"},
                                                                  {"name", "push"},
                                                                  {"remote", "10.0.0.3"},
                                                                  {"remote", "10.0.0.3:x=127.0.0.1"},
                                                                  {"colour", "red"}}) {
    EXPECT_FALSE(options.set(name, value)) << name << " " << value;
  }
}

class Network : public Driver {
 protected:
  void SetUp() override { configure(); }

  void connect_to(const Bytes& address, unsigned to) {
    write8(registers(0), mr, 1);
    write16(registers(0), port, 50000);
    order(0, open);
    write(registers(0), dipr, address);
    write16(registers(0), dport, to);
    order(0, connect);
  }
};

TEST_F(Network, GatewayRefusesConnections) {
  connect_to({192, 168, 1, 1}, 80);
  EXPECT_TRUE(until([&] { return state(0) == closed; }));
  EXPECT_EQ(events(0) & (con | timeout), 0);
}

class Elsewhere : public Driver {
 protected:
  static Options with_remote(std::uint16_t host_port) {
    Options options;
    options.remotes.push_back({{203, 0, 113, 7}, 9091, {127, 0, 0, 1}, host_port});
    return options;
  }
  Elsewhere() : Driver(with_remote(listener().listen())) { configure(); }
  static Peer& listener() {
    static Peer peer;
    return peer;
  }
};

TEST_F(Elsewhere, RemoteAddressIsASocketOfThisMachine) {
  write8(registers(0), mr, 1);
  write16(registers(0), port, 50000);
  order(0, open);
  write(registers(0), dipr, {203, 0, 113, 7});
  write16(registers(0), dport, 9091);
  order(0, connect);
  EXPECT_TRUE(until([&] { return state(0) == established; }));
  EXPECT_TRUE(listener().accept());
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
  listener().close();
}

}  // namespace
}  // namespace hand
