// How a simulated chip is connected and how it behaves.
//
//   simulated_w5500::Chip chip{{.port_offset = 10000}};                     // its port 80 is 127.0.0.1:10080
//   Microseconds time = 0;
//   simulated_w5500::Chip other{{.clock = [&] { return time; }}};           // time passes when the caller says so
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "prometheus_express/ports/simulated_w5500/answers.hpp"
#include "prometheus_express/ports/simulated_w5500/findings.hpp"

namespace prometheus_express::simulated_w5500 {

using Address = std::array<std::uint8_t, 4>;
inline constexpr Address loopback = {127, 0, 0, 1};
inline constexpr Address broadcast_address = {255, 255, 255, 255};

/// An address on the chip's network that stands for a socket of this machine.
struct Remote {
  Address address = {};
  std::uint16_t port = 0;  // 0: each
  Address host = {127, 0, 0, 1};
  std::uint16_t host_port = 0;  // 0: the same
};

/// How the gateway answers as a server of DHCP.
struct DhcpScript {
  enum class Mood : std::uint8_t { serves, silent, refuses };  // refuses: NAK to each request
  Mood mood = Mood::serves;
  Address address = {192, 168, 1, 50};
  std::uint32_t lease = 3600;  // seconds
};

/// As a server of DNS: names that are not here do not exist.
struct DnsScript {
  bool silent = false;
  std::multimap<std::string, Address> names = {{"host.test", {192, 168, 1, 2}}};  // several: in this order
  std::set<std::string> unclear = {};     // of which it says that it cannot tell
  std::set<std::string> unanswered = {};  // of which it says nothing
};

/// As a server of NTP.
struct NtpScript {
  enum class Mood : std::uint8_t { serves, silent, kiss };  // kiss: stratum 0, go away
  Mood mood = Mood::serves;
  std::uint64_t unix_time = 1'700'000'000;  // seconds, at the chip's start
};

struct Options {
  Answers answers = {};
  std::uint32_t seed = 1;                             // of what is drawn
  std::function<Microseconds()> clock = {};           // without one, the system's
  std::uint16_t port_offset = 0;                      // from the chip's ports to those of 127.0.0.1
  std::map<std::uint16_t, std::uint16_t> ports = {};  // those that are elsewhere; 0: the system picks one
  Address gateway = {192, 168, 1, 1};                 // has the services
  Address host = {192, 168, 1, 2};                    // this machine, as the chip sees it
  Address mask = {255, 255, 255, 0};
  std::vector<Remote> remotes = {};
  DhcpScript dhcp = {};
  DnsScript dns = {};
  NtpScript ntp = {};

  /// Sets one by a word of a command line and its value; false: there is none of that name, or the value cannot be.
  ///   port-offset N, port CHIP=HOST, seed N, answer NAME=WORD, answers SEED (all drawn), gateway ADDRESS, host ADDRESS,
  ///   lease SECONDS, name NAME=ADDRESS (one more), remote ADDRESS[:PORT]=ADDRESS[:PORT]
  [[nodiscard]] bool set(std::string_view name, std::string_view value);
};

}  // namespace prometheus_express::simulated_w5500
