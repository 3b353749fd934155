// The two ends of the byte stream: a bus whose other end is a program, and a chip for other programs.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>

#include "prometheus_express/ports/simulated_w5500/chip.hpp"
#include "prometheus_express/ports/simulated_w5500/spi_server.hpp"
#include "prometheus_express/ports/spi_socket/controller.hpp"

namespace {

using namespace prometheus_express;
using Bytes = std::vector<std::uint8_t>;

/// A chip that another thread serves.
class Served {
 public:
  explicit Served(const std::string& place) {
    EXPECT_TRUE(server_.listen(*spi_socket::Place::parse(place))) << server_.error();
    place_ = server_.place();
    thread_ = std::thread([this] {
      while (!ended_) {
        server_.poll();
      }
    });
  }
  ~Served() {
    ended_ = true;
    thread_.join();
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  [[nodiscard]] spi_socket::Place place() const { return *spi_socket::Place::parse(place_); }

 private:
  simulated_w5500::Chip chip_;
  simulated_w5500::SpiServer server_{chip_};
  std::string place_;
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

class SpiSocket : public testing::TestWithParam<const char*> {
 protected:
  static std::string place() {
    const std::string kind = GetParam();
    return kind == "unix" ? "unix:" + testing::TempDir() + "spi_socket_test." + std::to_string(::getpid())
                          : "tcp:0";
  }
};

TEST_P(SpiSocket, WindowGoesToTheChipAndBack) {
  const Served chip(place());
  spi_socket::Controller bus(chip.place());
  const Bytes out = {0x00, 0x39, 0x00};
  Bytes in(4);
  EXPECT_EQ(bus.begin({}, out, in), bus::Outcome::ok) << bus.error();
  EXPECT_EQ(in, (Bytes{1, 2, 3, 4}));
}

TEST_P(SpiSocket, PiecesAreOneWindow) {
  const Served chip(place());
  spi_socket::Controller bus(chip.place());
  const Bytes write = {0x00, 0x09, 0x04};
  const Bytes mac = {2, 0, 0, 0, 0, 7};
  EXPECT_EQ(bus.begin_pieces({}, write, mac, {}), bus::Outcome::ok) << bus.error();
  const Bytes read = {0x00, 0x09, 0x00};
  Bytes in(6);
  EXPECT_EQ(bus.begin_pieces({}, read, {}, in), bus::Outcome::ok) << bus.error();
  EXPECT_EQ(in, mac);
  EXPECT_EQ(bus.control("total").rfind("ok 0 violations, 0 cautions, 0 notes, 2 windows", 0), 0U)
      << bus.control("total");
}

TEST_P(SpiSocket, PostedWritesAreCarriedOutInOrder) {
  const Served chip(place());
  spi_socket::Controller bus(chip.place());
  for (std::uint8_t value = 1; value < 100; ++value) {
    const Bytes out = {0x00, 0x09, 0x04, value};
    ASSERT_EQ(bus.begin({}, out, {}), bus::Outcome::ok);
    const Bytes ask = {0x00, 0x09, 0x00};
    Bytes in(4);
    ASSERT_EQ(bus.begin({}, ask, in), bus::Outcome::ok);
    ASSERT_EQ(in[3], value);
  }
}

TEST_P(SpiSocket, BusSettingsReachTheChip) {
  const Served chip(place());
  spi_socket::Controller bus(chip.place());
  const Bytes out = {0x00, 0x39, 0x00, 0x00};
  EXPECT_EQ(bus.begin({.number = 0, .mode = 2, .frequency = 1'000'000}, out, {}), bus::Outcome::ok);
  EXPECT_NE(bus.control("findings").find("SPI mode 2"), std::string::npos);
}

TEST_P(SpiSocket, ResetPinAndInterruptReachTheOtherSide) {
  const Served chip(place());
  spi_socket::Controller bus(chip.place());
  EXPECT_FALSE(bus.interrupts());
  EXPECT_FALSE(bus.interrupts(Duration{5}));
  const Bytes mask = {0x00, 0x16, 0x04, 0x80};
  ASSERT_EQ(bus.begin({}, mask, {}), bus::Outcome::ok);
  EXPECT_EQ(bus.control("event conflict"), "ok\n");
  EXPECT_TRUE(bus.interrupts(Duration::seconds(1)));
  EXPECT_TRUE(bus.set_reset_pin(false));
  EXPECT_TRUE(bus.set_reset_pin(true));
  EXPECT_FALSE(bus.interrupts()) << "it was reset";
}

TEST_P(SpiSocket, LosesTheOtherSideAndSaysSo) {
  auto chip = std::make_unique<Served>(place());
  spi_socket::Controller bus(chip->place());
  const Bytes out = {0x00, 0x39, 0x00};
  Bytes in(4);
  ASSERT_EQ(bus.begin({}, out, in), bus::Outcome::ok);
  chip.reset();
  EXPECT_EQ(bus.begin({}, out, in), bus::Outcome::failed);
  EXPECT_NE(bus.error(), "");
}

INSTANTIATE_TEST_SUITE_P(Streams, SpiSocket, testing::Values("unix", "tcp"),
                         [](const auto& kind) { return std::string(kind.param); });

TEST(Place, IsAPathOrAPort) {
  EXPECT_EQ(spi_socket::Place::parse("unix:/tmp/x")->text(), "unix:/tmp/x");
  EXPECT_EQ(spi_socket::Place::parse("tcp:8080")->text(), "tcp:8080");
  for (const char* const wrong : {"", "unix:", "tcp:", "tcp:65536", "tcp:8080x", "/tmp/x", "udp:5"}) {
    EXPECT_FALSE(spi_socket::Place::parse(wrong)) << wrong;
  }
  EXPECT_FALSE(spi_socket::Place::parse("unix:" + std::string(200, 'x')));
}

}  // namespace
