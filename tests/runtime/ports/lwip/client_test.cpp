// The cases of tests/conformance/client over lwIP, and what the port adds to them.
#include <gtest/gtest.h>
#include <lwip/dns.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "cases.hpp"
#include "client_peers.hpp"
#include "network.hpp"
#include "prometheus_express/ports/lwip/tcp_client.hpp"
#include "trial.hpp"

namespace prometheus_express::lwip {
namespace {

using conformance::Case;
using conformance::Host;
using transport::State;

constexpr std::uint16_t first_port = 9000;

/// lwIP gives one address a name, and the tests have it without IPv6.
const char* text_of_ours(Host host) {
  switch (host) {
    case Host::address:
      return "127.0.0.1";
    case Host::address_without_way:
      return "192.0.2.1";
    case Host::name_of_several:
    case Host::name_of_silent_one:
    case Host::name_of_version_6:
    case Host::name_of_nobody:
      return nullptr;
    default:
      return conformance::name_of(host);
  }
}

std::vector<Case> cases_of_ours() {
  std::vector<Case> found;
  std::ranges::copy_if(conformance::cases, std::back_inserter(found), [](const Case& one) {
    return std::ranges::all_of(one.steps, [](const conformance::Step& step) {
      return step.host == Host::none || conformance::text_of(step.host) != nullptr ||
             text_of_ours(step.host) != nullptr;
    });
  });
  return found;
}

class LwipClient : public LwipTest, public conformance::World {
 protected:
  LwipClient() {
    for (const Peer peer : {Peer::echoes, Peer::ends_at_once, Peer::resets_at_once, Peer::answers_an_end,
                            Peer::sends_at_once, Peer::resets_later, Peer::hoards}) {
      places_[static_cast<std::size_t>(peer)].open(peer, port(peer));
    }
    // Of those who come to a listener whose queue is full, lwIP drops the SYN.
    EXPECT_EQ(silent_.listen(port(Peer::is_silent)), Status::ok);
    ip_addr_t here;
    IP_ADDR4(&here, 127, 0, 0, 1);
    tcp_connect(waiting_, &here, port(Peer::is_silent),
                [](void*, tcp_pcb*, err_t) -> err_t { return ERR_OK; });
    exchange();
  }
  ~LwipClient() override {
    for (transport::Slot slot = 0; slot < conformance::slots_used; ++slot) {
      client_.abort(slot);
    }
    pass(60'000);  // until no lookup is under way
    tcp_abort(waiting_);
    silent_.stop();
    for (PeerPlace& place : places_) {
      place.stop();
    }
  }

  transport::Client& client() override { return client_; }
  const char* host(Host host) override { return text_of_ours(host); }
  std::uint16_t port(Peer peer) override {
    return static_cast<std::uint16_t>(first_port + static_cast<int>(peer));
  }
  void step() override {
    for (PeerPlace& place : places_) {
      place.step();
    }
    pass(250);
  }
  std::optional<Seen> seen(Peer peer) override { return places_[static_cast<std::size_t>(peer)].seen(); }
  std::uint32_t patience() const override { return 4 * 600; }
  std::uint32_t flood() const override { return 20'000; }
  bool knows_missing_names() const override { return false; }

  NameServer names_;
  std::array<PeerPlace, 9> places_;
  Tcp<1, 1> silent_;
  tcp_pcb* waiting_ = tcp_new();
  TcpClient<conformance::slots_used> client_;
};

class LwipClientConformance : public LwipClient, public testing::WithParamInterface<Case> {};

TEST_P(LwipClientConformance, Holds) {
  const conformance::Verdict verdict = conformance::try_out(GetParam(), *this);
  EXPECT_FALSE(verdict.left_out);
  EXPECT_EQ(verdict.problem, nullptr) << verdict.problem << ", step " << verdict.step;
}

INSTANTIATE_TEST_SUITE_P(Lwip, LwipClientConformance, testing::ValuesIn(cases_of_ours()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(LwipClient, AnAddressAsksNoNameServer) {
  EXPECT_EQ(client_.connect(0, {"127.0.0.1", port(Peer::echoes)}), State::pending);
  exchange();
  EXPECT_EQ(client_.state(0), State::open);
  EXPECT_EQ(names_.questions, 0);
}

TEST_F(LwipClient, AnAnswerToAnotherNameIsNotTaken) {
  ASSERT_EQ(client_.connect(0, {"peer.example", port(Peer::echoes)}), State::pending);
  client_.abort(0);
  ASSERT_EQ(client_.connect(0, {"unanswered.example", port(Peer::echoes)}), State::pending);
  exchange();  // the first answer arrives
  EXPECT_EQ(client_.state(0), State::pending);
  client_.abort(0);
  exchange();
  ASSERT_EQ(client_.connect(0, {"peer.example", port(Peer::echoes)}), State::pending);
  exchange();
  EXPECT_EQ(client_.state(0), State::open);
}

TEST_F(LwipClient, WithoutMemoryThereAreNoResources) {
  heap.refuse_all = true;
  EXPECT_EQ(client_.connect(0, {"127.0.0.1", port(Peer::echoes)}), State::no_resources);
  heap.refuse_all = false;
  EXPECT_EQ(client_.connect(0, {"127.0.0.1", port(Peer::echoes)}), State::pending);
  exchange();
  EXPECT_EQ(client_.state(0), State::open);
}

TEST_F(LwipClient, WithoutANameServerALookupFails) {
  dns_setserver(0, nullptr);
  EXPECT_EQ(client_.connect(0, {"peer.example", port(Peer::echoes)}), State::name_lookup_failed);
}

TEST_F(LwipClient, AnySingleAllocationMayFail) {
  long refused = 0;
  do {
    ++refused;
    heap.refused_at = heap.allocations + refused;
    (void)client_.connect(0, {"127.0.0.1", port(Peer::echoes)});
    std::size_t sent = 0;
    std::size_t received = 0;
    for (int turns = 0; turns < 400 && received < 3000 && !has_failed(client_.state(0)); ++turns) {
      sent += client_.offer(0, std::string(3000 - sent, 'x')).bytes;
      char bytes[500];
      received += client_.take(0, bytes).bytes;
      step();
    }
    EXPECT_TRUE(received == 3000 || has_failed(client_.state(0))) << refused;
    client_.close(0);
    step();
  } while (heap.allocations >= heap.refused_at);
  EXPECT_GT(refused, 20);
}

}  // namespace
}  // namespace prometheus_express::lwip
