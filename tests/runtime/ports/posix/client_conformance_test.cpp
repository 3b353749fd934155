// The cases of tests/conformance/client over the sockets of this machine, with a resolver of the test's.
#include <gtest/gtest.h>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "cases.hpp"
#include "peers.hpp"
#include "prometheus_express/ports/posix_tcp/tcp_client.hpp"
#include "trial.hpp"

namespace {

namespace posix = prometheus_express::posix;
using conformance::Case;
using conformance::Host;
using conformance::Peer;
using conformance::Peers;
using conformance::Seen;
using prometheus_express::Duration;
using prometheus_express::transport::State;

/// Keeps lookups waiting until nobody wants to know any more.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    opened_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, [this] { return is_open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool is_open_ = false;
};

const std::map<std::string, std::vector<const char*>>& names() {
  static const std::map<std::string, std::vector<const char*>> all = {
      {"peer.example", {"127.0.0.1"}},
      {"several.example", {Peers::empty_address, "127.0.0.1"}},
      {"silent.example", {Peers::silent_address, "127.0.0.1"}},
      {"six.example", {"::1", "127.0.0.1"}},
      {"nobody.example", {Peers::empty_address, Peers::silent_address}},
  };
  return all;
}

class World final : public conformance::World {
 public:
  ~World() { gate_->open(); }

  prometheus_express::transport::Client& client() override { return client_; }
  const char* host(Host host) override {
    switch (host) {
      case Host::address:
        return "127.0.0.1";
      case Host::address_of_version_6:  // a socket of IPv6 all the same
        return "::ffff:127.0.0.1";
      case Host::address_without_way:  // TCP knows no broadcast
        return "255.255.255.255";
      default:
        return conformance::name_of(host);
    }
  }
  std::uint16_t port(Peer peer) override { return peers_.port(peer); }
  void step() override {
    client_.wait(Duration{1});
    peers_.step();
  }
  std::optional<Seen> seen(Peer peer) override { return peers_.seen(peer); }
  std::uint32_t patience() const override { return 20'000; }
  std::uint32_t flood() const override { return 8'000'000; }

 private:
  static posix::Addresses resolve(Gate& gate, const std::string& name, std::uint16_t port) {
    posix::Addresses addresses;
    if (name == "unanswered.example") {
      gate.pass();
    }
    if (name == "missing.example") {
      addresses.failure = State::no_such_name;
    }
    if (const auto known = names().find(name); known != names().end()) {
      for (const char* const address : known->second) {
        addresses.list[addresses.count++] = *posix::Endpoint::parse(address, port);
      }
    }
    return addresses;
  }

  std::shared_ptr<Gate> gate_ = std::make_shared<Gate>();
  Peers peers_;
  posix::TcpClient<conformance::slots_used> client_{
      {.lookup = Duration::seconds(2), .address = Duration{300}},
      [gate = gate_](const std::string& name, std::uint16_t port) { return resolve(*gate, name, port); }};
};

class ClientConformance : public testing::TestWithParam<Case> {};

TEST_P(ClientConformance, Holds) {
  const Case& one = GetParam();
  World world;
  const conformance::Verdict verdict = conformance::try_out(one, world);
  EXPECT_FALSE(verdict.left_out);
  EXPECT_EQ(verdict.problem, nullptr) << verdict.problem << ", step " << verdict.step;
}

INSTANTIATE_TEST_SUITE_P(Posix, ClientConformance, testing::ValuesIn(conformance::cases),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
