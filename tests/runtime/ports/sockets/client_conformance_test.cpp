// The cases of tests/conformance/client over the sockets of this machine, with a name server of the test's and a clock that goes by steps.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "cases.hpp"
#include "name_server.hpp"
#include "peers.hpp"
#include "prometheus_express/ports/sockets/tcp_client.hpp"
#include "trial.hpp"

namespace {

namespace sockets = prometheus_express::sockets;
using conformance::Case;
using conformance::Host;
using conformance::Peer;
using conformance::Peers;
using conformance::Seen;
using name_server::Answer;
using prometheus_express::Time;

class World final : public conformance::World {
 public:
  World() { client_.set_name_server({{127, 0, 0, 1}}); }

  prometheus_express::transport::Client& client() override { return client_; }
  const char* host(Host host) override {
    switch (host) {
      case Host::address:
        return "127.0.0.1";
      case Host::address_without_way:  // TCP knows no broadcast
        return "255.255.255.255";
      case Host::name_of_version_6:
        return nullptr;
      default:
        return conformance::name_of(host);
    }
  }
  std::uint16_t port(Peer peer) override { return peers_.port(peer); }
  void step() override {
    now_.milliseconds += 5;
    names_.step();
    client_.poll(now_);
    peers_.step();
  }
  std::optional<Seen> seen(Peer peer) override { return peers_.seen(peer); }
  std::uint32_t patience() const override { return 20'000; }
  std::uint32_t flood() const override { return 8'000'000; }

 private:
  Peers peers_;
  name_server::NameServer names_{{
      {"peer.example", {Answer::addresses, {"127.0.0.1"}}},
      {"several.example", {Answer::addresses, {Peers::empty_address, "127.0.0.1"}}},
      {"silent.example", {Answer::addresses, {Peers::silent_address, "127.0.0.1"}}},
      {"nobody.example", {Answer::addresses, {Peers::empty_address, Peers::silent_address}}},
      {"unclear.example", {Answer::failure, {}}},
      {"unanswered.example", {Answer::silence, {}}},
  }};
  sockets::TcpClient<conformance::slots_used> client_{1};
  Time now_{0xFFFFF000};  // soon past its wrap
};

class ClientConformance : public testing::TestWithParam<Case> {};

TEST_P(ClientConformance, Holds) {
  const Case& one = GetParam();
  World world;
  const conformance::Verdict verdict = conformance::try_out(one, world);
  if (verdict.left_out) {
    GTEST_SKIP() << "needs addresses of version 6, which the port does not have";
  }
  EXPECT_EQ(verdict.problem, nullptr) << verdict.problem << ", step " << verdict.step;
}

INSTANTIATE_TEST_SUITE_P(Sockets, ClientConformance, testing::ValuesIn(conformance::cases),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
