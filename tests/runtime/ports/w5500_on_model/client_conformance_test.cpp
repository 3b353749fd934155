// The cases of tests/conformance/client over the port's clients, on the simulated chip.
#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "both_answers.hpp"
#include "cases.hpp"
#include "peers.hpp"
#include "prometheus_express/internet/resolver.hpp"
#include "prometheus_express/ports/simulated_w5500/chip.hpp"
#include "prometheus_express/ports/w5500/datagrams.hpp"
#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/tcp_client.hpp"
#include "trial.hpp"

namespace {

namespace px = prometheus_express;
namespace w5500 = px::w5500;
using conformance::Case;
using conformance::Host;
using conformance::Peer;
using conformance::Peers;
using on_model::Way;
using px::simulated_w5500::Address;

constexpr Address with_peers = {192, 168, 1, 2}, without_listener = {192, 168, 1, 3},
                  silent = {192, 168, 1, 4};

px::simulated_w5500::Options options(const Way& way, const px::simulated_w5500::Microseconds& time) {
  px::simulated_w5500::Options options;
  options.answers = way.answers;
  options.answers.fin_wait_discards = false;  // else nothing arrives behind our end
  options.clock = [&time] { return time; };
  options.remotes = {{without_listener, 0, {127, 0, 0, 2}, 0}, {silent, 0, {127, 0, 0, 3}, 0}};
  options.dns.names = {{"peer.example", with_peers},    {"several.example", without_listener},
                       {"several.example", with_peers}, {"silent.example", silent},
                       {"silent.example", with_peers},  {"nobody.example", without_listener},
                       {"nobody.example", silent}};
  options.dns.unclear = {"unclear.example"};
  options.dns.unanswered = {"unanswered.example"};
  return options;
}

/// Without a gateway, so that there are addresses to which no way leads.
constexpr w5500::Configuration configuration = {
    .mac = {2, 0, 0, 0, 0, 1},
    .addresses = {.own = {{192, 168, 1, 50}},
                  .mask = {{255, 255, 255, 0}},
                  .gateway = {},
                  .name_server = {{192, 168, 1, 1}},
                  .time_server = {}},
    .layout = w5500::Layout({.sockets = 1, .kib = 2}, {.sockets = 6, .kib = 2}, {.sockets = 1, .kib = 2}),
    .seed = 7};

class World final : public conformance::World {
 public:
  explicit World(const Way& way) : chip_(options(way, time_)) {
    datagrams_.add(resolver_);
    for (unsigned steps = 0; steps < 100 && !(ethernet_.is_running() && ethernet_.has_link()); ++steps) {
      step();
    }
  }

  px::transport::Client& client() override { return client_; }
  const char* host(Host host) override {
    switch (host) {
      case Host::address:
        return "192.168.1.2";
      case Host::address_without_way:
        return "10.1.2.3";
      case Host::name_of_version_6:  // the chip has no IPv6
        return nullptr;
      default:
        return conformance::name_of(host);
    }
  }
  std::uint16_t port(Peer peer) override { return peers_.port(peer); }
  void step() override {
    time_ += 1000;
    (void)ethernet_.poll({static_cast<std::uint32_t>(time_ / 1000)});
    peers_.step();
  }
  std::optional<conformance::Seen> seen(Peer peer) override { return peers_.seen(peer); }
  std::uint32_t patience() const override { return 30'000; }
  std::uint32_t flood() const override { return 200'000; }
  bool has_reset() const override { return false; }

  px::simulated_w5500::Chip& chip() { return chip_; }
  const w5500::Ethernet& ethernet() const { return ethernet_; }

 private:
  px::simulated_w5500::Microseconds time_ = 0;
  px::simulated_w5500::Chip chip_;
  w5500::Memory memory_;
  w5500::Ethernet ethernet_{chip_, {.number = 0, .mode = 0, .frequency = 12'000'000}, configuration, memory_};
  w5500::Datagrams datagrams_{ethernet_};
  px::internet::Resolver resolver_{7};
  w5500::TcpClient<conformance::slots_used> client_{ethernet_, &resolver_};
  Peers peers_;
};

class ClientConformance : public testing::TestWithParam<std::tuple<std::size_t, Way>> {};

TEST_P(ClientConformance, Holds) {
  const auto& [number, way] = GetParam();
  const Case& one = conformance::cases[number];
  World world(way);
  const conformance::Verdict verdict = conformance::try_out(one, world);
  if (verdict.left_out) {
    GTEST_SKIP() << "the chip has no IPv6";
  }
  EXPECT_EQ(verdict.problem, nullptr) << verdict.problem << ", step " << verdict.step;
  // Nothing is left of it.
  for (unsigned steps = 0; steps < 15'000 && world.ethernet().sockets_in(w5500::SocketState::closed) != 6;
       ++steps) {
    world.step();
  }
  EXPECT_EQ(world.ethernet().sockets_in(w5500::SocketState::closed), 6U);
  EXPECT_EQ(world.ethernet().statistics().resets, 1U);
  const auto& findings = world.chip().findings();
  EXPECT_EQ(findings.violations() + findings.cautions(), 0U) << findings.text();
}

INSTANTIATE_TEST_SUITE_P(W5500, ClientConformance,
                         testing::Combine(testing::Range<std::size_t>(0, std::size(conformance::cases)),
                                          testing::ValuesIn(on_model::ways)),
                         [](const auto& info) {
                           return std::string(conformance::cases[std::get<0>(info.param)].name) +
                                  std::get<Way>(info.param).name;
                         });

}  // namespace
