// Every fault of the simulated chip, alone and in pairs, while clients come and go: afterwards the server serves within the time
// that ethernet.hpp states, no socket is leaked, and the driver has done nothing that it may not do.
#include <algorithm>
#include <cstdlib>
#include <random>
#include <vector>

#include "served.hpp"

namespace on_model {
namespace {

struct Trouble {
  const char* name;
  const char* fault;
  unsigned lasts;  // milliseconds
  unsigned limit;  // behind it
  unsigned remains =
      0;  // a command that was ordered meanwhile stays as long as that, also when the fault is ended before
};

constexpr unsigned at_once = 100;  // a poll or two for each step of a connection
constexpr unsigned queued = 300;   // behind those who have waited meanwhile

constexpr Trouble troubles[] = {
    {"StuckShortly", "stuck -1 300", 300, at_once, 300},
    {"StuckLong", "stuck -1 2000", 2000, 200, 2000},
    {"OneStuck", "stuck 0 15000", 15'000, 200},
    {"FlippedMiso", "flip 0 0.001", 2000, 300},
    {"FlippedMosi", "flip 0.0003 0", 2000, 2300},
    {"FlippedBoth", "flip 0.00003 0.00003", 4000, 2300},
    {"DeadLow", "dead 00 200", 200, 100},
    {"DeadHigh", "dead ff 1500", 1500, 100},
    {"UnpoweredLow", "unpowered 00 1500", 1500, 100},
    {"UnpoweredHigh", "unpowered ff 20", 20, 300},
    {"LinkDown", "link down", 4000, queued},
    {"LinkDownLong", "link down", 14'000, queued},
    {"LostInterrupts", "lose-int 20", 2000, 200},
    {"ChipReset", "chip-reset", 1, 400},
    {"PeersThatAcknowledgeNothing", "stall -1 5000", 5000, queued},
    {"PeersThatVanished", "vanish -1 on", 9000, queued},
    {"TornCounts", "tear 0.7", 3000, at_once},
};

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t next() { return static_cast<std::uint32_t>(engine_()); }
  unsigned below(unsigned limit) { return next() % limit; }

 private:
  std::mt19937 engine_;
};

/// Clients of some kinds, which go on whatever happens.
class Crowd {
 public:
  explicit Crowd(std::uint32_t seed) : random_(seed) {}

  void step(std::uint16_t port) {
    for (Guest& guest : guests_) {
      if (guest.left == 0) {
        leave(guest);
        come(guest, port);
      }
      --guest.left;
      if (guest.left % 20 == 0) {
        guest.peer->send(request.substr(0, guest.bytes));
      }
      if (guest.reads) {
        guest.peer->receive();
        guest.peer->received.clear();
      }
    }
  }
  void go_home() {
    for (Guest& guest : guests_) {
      leave(guest);
    }
  }

 private:
  struct Guest {
    std::unique_ptr<hand::Peer> peer;
    unsigned left = 0;
    std::size_t bytes = 0;
    bool reads = true;
  };

  void come(Guest& guest, std::uint16_t port) {
    guest.peer = std::make_unique<hand::Peer>();
    guest.peer->connect(port);
    guest.left = 1 + random_.below(300);
    guest.bytes =
        random_.below(4) == 0 ? random_.below(static_cast<unsigned>(request.size())) : request.size();
    guest.reads = random_.below(4) != 0;
  }
  void leave(Guest& guest) {
    if (guest.peer && random_.below(2) == 0) {
      guest.peer->reset();
    }
    guest.peer.reset();
    guest.left = 0;
  }

  Random random_;
  std::vector<Guest> guests_{3};
};

class W5500Fault : public Served {
 protected:
  void pass_with_clients(Crowd& crowd, unsigned milliseconds) {
    for (; milliseconds != 0; --milliseconds) {
      crowd.step(port());
      step();
    }
  }

  void must_be_well(unsigned limit, const std::string& after) {
    EXPECT_TRUE(serves(limit)) << after << "\n" << model.chip.control("sockets");
    EXPECT_TRUE(all_listen(15'000)) << after << "\n" << model.chip.control("sockets");
    EXPECT_EQ(findings(), "") << after;
    EXPECT_EQ(program->ethernet.condition(), w5500::Condition::running) << after;
  }
};

class W5500OneFault : public W5500Fault {};
INSTANTIATE_TEST_SUITE_P(Ways, W5500OneFault, testing::ValuesIn(ways),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_P(W5500OneFault, ServesAgainWithinItsTime) {
  ASSERT_NE(answer.find("200 OK"), std::string::npos);
  std::uint32_t seed = 1;
  for (const Trouble& trouble : troubles) {
    Crowd crowd(seed++);
    pass_with_clients(crowd, 100);
    inject(trouble.fault);
    pass_with_clients(crowd, trouble.lasts);
    crowd.go_home();
    inject("none");
    must_be_well(trouble.limit, trouble.name);
  }
}

class W5500TwoFaults : public W5500Fault {};
INSTANTIATE_TEST_SUITE_P(Ways, W5500TwoFaults, testing::ValuesIn(ways),
                         [](const auto& info) { return std::string(info.param.name); });

/// Simulated seconds that the pairs take; tests/soak makes an hour of it.
unsigned seconds_of_pairs() {
  const char* const text = std::getenv("SIMULATED_SECONDS");
  return text == nullptr ? 60 : static_cast<unsigned>(std::atoi(text));
}

TEST_P(W5500TwoFaults, ServesAgainAfterAnyPair) {
  Random random(99);
  const auto any = [&]() -> const Trouble& { return troubles[random.below(std::size(troubles))]; };
  const auto end = model.time + seconds_of_pairs() * px::simulated_w5500::Microseconds{1'000'000};
  while (model.time < end && !HasFailure()) {
    const Trouble& first = any();
    const Trouble& second = any();
    Crowd crowd(random.next());
    pass_with_clients(crowd, 1 + random.below(300));
    inject(first.fault);
    pass_with_clients(crowd, 1 + random.below(first.lasts));
    inject(second.fault);
    pass_with_clients(crowd, 1 + random.below(std::max(first.lasts, second.lasts)));
    crowd.go_home();
    inject("none");
    must_be_well(std::max(first.limit, second.limit) + std::max(first.remains, second.remains),
                 std::string(first.name) + " and " + second.name);
  }
}

}  // namespace
}  // namespace on_model
