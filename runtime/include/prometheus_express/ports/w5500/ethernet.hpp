// A W5500 and the network behind it: brings the chip up, watches over it, and brings it up again whenever it was lost.
//
//   w5500::Memory memory;                                  // may all be constinit
//   w5500::Ethernet ethernet(spi, {.number = 0, .frequency = 12'000'000},
//                            {.mac = {0x02, 0, 0, 0, 0, 1}, .port = weather_station::port}, memory);
//   w5500::Tcp<weather_station::limits.connections> tcp(ethernet);
//   internet::DhcpClient dhcp(mac, "weather-station");     // or static: `.addresses` of the configuration
//   w5500::Datagrams datagrams(ethernet);                  // only for DHCP, DNS and SNTP
//   http::Server server(weather_station::site(station), tcp);
//
//   datagrams.add(dhcp);
//   for (;;) {
//     const Time now = clock.now();
//     const Duration pause = std::min({ethernet.poll(now), server.poll(now), sensors.poll(station.metrics, now)});
//     …sleep at most so long…
//   }
//
// No call waits but for the bus (see Chip), and each does a bounded number of windows: a poll 13 for each socket at most
// beside the chip's own, and 60 when the chip was reset. Nothing that the chip says is believed unchecked: counters are read
// until two readings agree and must fit the buffer; a socket's registers come with its mode and port, which must be right;
// what cannot be is dropped and asked again. The chip is reset at start, since sockets of a program that crashed live on in
// it; and whenever its version or settings are not what they should be. All connections are lost then, and their peers learn
// that when they send next.
//
// How long it takes until clients are served again:
// - A chip that was reset, has lost its power, or is not heard is found at the next look at a socket, within 40 ms, and at the
//   latest after 0.25 s; it serves 20 ms after it answers. So does one whose settings were overwritten; it takes 2 s to find
//   the sizes of its buffers, and what events are announced.
// - A command that is not taken within 0.5 s costs its connection, and the others go on. Where no socket for clients takes
//   any, or one does not within 10 s, the chip is reset.
// - Without a cable, sockets stay as they are for `link_limit`, since a short loss harms nobody; then connections are given up.
//   With it clients are served at once.
// - A peer that has vanished holds its socket for 6.2 s behind what it was sent last, 16.2 s where it was sent something
//   before, and else as long as the server likes. One that does not acknowledge, or does not end: see tcp.hpp.
// - An event whose interrupt is lost is found after 50 ms, one that is not announced at all after 40 ms.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/ports/w5500/chip.hpp"
#include "prometheus_express/ports/w5500/context.hpp"
#include "prometheus_express/ports/w5500/layout.hpp"
#include "prometheus_express/ports/w5500/pins.hpp"
#include "prometheus_express/ports/w5500/statistics.hpp"
#include "prometheus_express/ports/w5500/stream.hpp"

namespace prometheus_express::w5500 {

class SocketUser;

struct Configuration {
  internet::Mac mac = {};              // the chip has none of its own
  internet::Addresses addresses = {};  // none: until somebody, as DHCP, sets them
  std::uint16_t port = 80;             // of the server
  Layout layout = {};
  std::uint32_t seed =
      0;  // best another one at each start: ports and numbers that others should not guess come of it
  Pins* pins = nullptr;  // where the board has RSTn or INTn wired
};

/// Of an `Ethernet`: all zeros at first, so that as a variable of its own it takes no flash.
struct Memory {
  std::array<Stream, sockets_of_chip> streams = {};
  ReadAhead read_ahead = {};
};

class Ethernet {
 public:
  static constexpr Duration reset_pulse = {2};  // RSTn low: at least 500 us (5.5.1)
  static constexpr Duration reset_time = {
      5};  // until the chip is looked at: its PLL takes up to 1 ms (5.5.1)
  static constexpr Duration answer_limit = {600};  // until it must answer: boards hold RSTn for up to 560 ms
  static constexpr Duration check_interval = {250};  // of version, settings and link
  static constexpr Duration sweep_interval = {5};  // between two sockets that are looked at without an event
  static constexpr Duration longest_silence = {50};  // of INTn, after which events are asked for all the same
  static constexpr Duration renumbering_limit = Duration::seconds(1);
  static constexpr Duration link_limit = Duration::seconds(10);

  template <typename SpiBus>
  constexpr Ethernet(SpiBus& spi, const bus::Target& target, const Configuration& configuration,
                     Memory& memory)
      : chip_(spi, target),
        configuration_(configuration),
        addresses_(configuration.addresses),
        context_{chip_, memory.read_ahead, {}, {}, false, false, false},
        streams_(memory.streams) {}

  Ethernet(const Ethernet&) = delete;
  Ethernet& operator=(const Ethernet&) = delete;

  /// Does what is due and says after how long to call again at the latest; sooner is better when INTn says so. The server's
  /// poll comes next: what has arrived is taken there.
  Duration(poll)(Time now);

  /// Uses other addresses from now on; all zero: none. Connections are lost unless they are the same.
  void set_addresses(const internet::Addresses& addresses);
  [[nodiscard]] const internet::Addresses& addresses() const { return addresses_; }

  [[nodiscard]] Condition condition() const;
  /// Whether there is a network at the other end of the cable, as of the last check.
  [[nodiscard]] bool has_link() const { return link_; }
  [[nodiscard]] const Statistics& statistics() const { return context_.statistics; }
  [[nodiscard]] std::uint32_t bus_failures() const { return chip_.bus_failures(); }
  /// How many sockets were in a state when they were seen last.
  [[nodiscard]] unsigned sockets_in(SocketState state) const;

  // For what is built upon it: servers, clients, datagrams.
  [[nodiscard]] Context& context() { return context_; }
  [[nodiscard]] const Configuration& configuration() const { return configuration_; }
  [[nodiscard]] bool is_running() const { return step_ == Step::running; }
  [[nodiscard]] std::span<Stream> streams() {
    return std::span(streams_).first(configuration_.layout.streams());
  }
  void set_user(SocketUser& user) { user_ = &user; }
  [[nodiscard]] std::uint32_t(random)();

 private:
  enum class Step : std::uint8_t {
    unknown,       // since the program's start
    reset_low,     // RSTn
    before_reset,  // it may just have got its power
    after_reset,
    renumbering,  // sockets are being closed, because the addresses change
    running,
  };

  /// Of a chip that was told to reset itself.
  enum class Answer : std::uint8_t { none, not_heard, done };

  // Of ethernet.cpp: what runs.
  void poll_sockets();
  void make_room();
  [[nodiscard]] bool can_serve() const;
  [[nodiscard]] bool is_event_likely() const;
  Duration pause() const;

  // Of bring_up.cpp: what has to be brought up or is lost.
  void reset();
  void begin_reset();
  void begin_waiting();
  [[nodiscard]] Duration bring_up();
  [[nodiscard]] Duration bring_up_after_reset(Duration passed);
  [[nodiscard]] Answer ask_after_reset();
  [[nodiscard]] bool configure();
  [[nodiscard]] bool write_sizes();
  [[nodiscard]] std::array<std::uint8_t, 28> settings() const;
  [[nodiscard]] bool write_settings();
  [[nodiscard]] bool check();
  [[nodiscard]] bool check_socket(std::uint8_t number);
  void check_conflict(std::uint8_t interrupts);
  void check_link(std::uint8_t status);
  void renumber();

  Chip chip_;
  Configuration configuration_;
  internet::Addresses addresses_;
  internet::Addresses next_addresses_;
  Context context_;
  std::array<Stream, sockets_of_chip>& streams_;
  SocketUser* user_ = nullptr;
  Time since_;              // in this step
  bool is_waiting_ = true;  // since then; otherwise since the next poll
  Time checked_;
  Time swept_;
  Time asked_;     // for events
  Time unlinked_;  // since when there is no link
  std::uint32_t random_ = 0;
  std::uint8_t sweep_ = 0;
  std::uint8_t checked_socket_ = 0;  // last
  Step step_ = Step::unknown;
  bool absent_ = false;
  bool link_ = false;
  bool listening_ = false;
};

}  // namespace prometheus_express::w5500
