// The time of day from a time server (RFC 4330), for devices without a clock of their own.
//
//   internet::SntpClient sntp({{192, 168, 1, 1}}, seed);   // without an address: the one that DHCP names
//   datagrams.add(sntp);
//   if (sntp.is_set()) { …sntp.unix_milliseconds(now)… }
//
// It asks once an hour. Without an answer it asks again after 15 s (4330, 10), and then after twice the time each, up to an hour;
// a server that does not want to be asked is asked once a day. Half of the time that question and answer took is added.
#pragma once

#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/asker.hpp"
#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/internet/random.hpp"

namespace prometheus_express::internet {

class SntpClient final : public Asker {
 public:
  constexpr SntpClient(const Ipv4& server, std::uint32_t seed) : fixed_(server), random_(seed) {}

  /// Whether a server has told the time, at least once.
  [[nodiscard]] bool is_set() const { return set_; }

  /// Milliseconds since 1970-01-01 00:00 UTC; 0 while it is not set.
  [[nodiscard]] std::uint64_t unix_milliseconds(Time now) const {
    return set_ ? base_ + (now - at_).milliseconds : 0;
  }

  [[nodiscard]] Duration until_question(Time now) override;
  [[nodiscard]] Question ask(std::span<std::uint8_t> memory, Time now) override;
  [[nodiscard]] bool hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time now) override;
  void give_up(Time now) override;
  void note_addresses(const Addresses& addresses) override;

 private:
  void ask_again(Time now, Duration pause);

  Ipv4 fixed_;
  Ipv4 server_;
  Random random_;
  std::uint64_t cookie_ = 0;
  std::uint64_t base_ = 0;  // the time at `at_`
  Time at_;
  Time asked_;
  Time next_;
  Duration pause_ = Duration::seconds(15);  // after the next failure
  bool begun_ = false;
  bool set_ = false;
};

}  // namespace prometheus_express::internet
