// The port over the scripted chip with a clock that the test moves.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/tcp.hpp"
#include "scripted_chip.hpp"

namespace w5500_test {

namespace w5500 = px::w5500;
using px::transport::Link;
using px::transport::Transfer;

inline constexpr px::internet::Addresses static_addresses = {.own = {{192, 168, 1, 20}},
                                                             .mask = {{255, 255, 255, 0}},
                                                             .gateway = {{192, 168, 1, 1}},
                                                             .name_server = {{192, 168, 1, 53}},
                                                             .time_server = {}};

inline w5500::Configuration configuration(w5500::Pins* pins, const px::internet::Addresses& addresses) {
  return {.mac = {2, 0, 0, 0, 0, 1},
          .addresses = addresses,
          .port = 8080,
          .layout = {},
          .seed = 42,
          .pins = pins};
}

class Station : public testing::Test {
 protected:
  static constexpr px::bus::Target target = {.number = 0, .mode = 0, .frequency = 12'000'000};

  explicit Station(const px::internet::Addresses& addresses = static_addresses)
      : ethernet(static_cast<px::bus::SpiInPieces&>(chip), target, configuration(&chip, addresses), memory),
        tcp(ethernet) {}

  void TearDown() override { EXPECT_EQ(chip.breaches, std::vector<std::string>()); }

  px::Time now() const { return {start + passed}; }

  /// Polls at each millisecond of so many.
  void pass(unsigned milliseconds) {
    for (; milliseconds != 0; --milliseconds) {
      ++passed;
      (void)ethernet.poll(now());
    }
  }
  /// Lets so many seconds pass between two polls.
  void leap(std::uint32_t seconds) { passed += seconds * 1000; }
  void poll() { (void)ethernet.poll(now()); }

  /// Until it serves.
  void start_up() {
    poll();
    pass(20);
    ASSERT_TRUE(ethernet.is_running());
  }

  /// A client of socket 0 in slot 0.
  void connect() {
    start_up();
    chip.client_connects(0);
    poll();
    ASSERT_TRUE(tcp.waiting());
    ASSERT_TRUE(tcp.accept(0));
  }

  std::string take(px::transport::Slot slot, std::size_t most = 64) {
    std::string text(most, '\0');
    text.resize(tcp.take(slot, text).bytes);
    return text;
  }

  std::array<char, 64> ignored = {};                  // where bytes go that the test does not look at
  static constexpr std::uint32_t start = 0xFFFFFFF0;  // so that the clock wraps
  std::uint32_t passed = 0;
  ScriptedChip chip;
  w5500::Memory memory;
  w5500::Ethernet ethernet;
  w5500::Tcp<4> tcp;
};

}  // namespace w5500_test
