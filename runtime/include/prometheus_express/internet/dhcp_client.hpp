// A DHCP client (RFC 2131, 4.4): gets an address, and keeps it by renewing the lease at half its time.
//
//   internet::DhcpClient dhcp(mac, "attic", seed);
//   datagrams.add(dhcp);                                   // of a port: see asker.hpp
//
// Without an answer it asks again after 4, 8, 16, 32, then every 64 s, a second more or less at random (4.1). From T1 on the
// server that leased is asked, from T2 on everybody, at half of the time that is left but not more often than once a minute.
// A NAK, or the lease's end, takes the address away at once. After a loss of the link the address is asked for anew (INIT-
// REBOOT), and kept where nobody answers, as long as the lease lasts. Leases are taken for 11 days at most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/asker.hpp"
#include "prometheus_express/internet/dhcp_message.hpp"
#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/internet/random.hpp"

namespace prometheus_express::internet {

class DhcpClient final : public Asker {
 public:
  enum class State : std::uint8_t { init, selecting, requesting, rebooting, bound, renewing, rebinding };

  /// `host_name` must stay valid; empty: none is told. `seed` is best another one at each start and in each device.
  constexpr DhcpClient(const Mac& mac, std::string_view host_name, std::uint32_t seed = 0)
      : mac_(mac), host_name_(host_name), random_(seed ^ mac_number(mac)) {}

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const Addresses& addresses() const { return lease_.addresses; }

  [[nodiscard]] Duration until_question(Time now) override;
  [[nodiscard]] Question ask(std::span<std::uint8_t> memory, Time now) override;
  [[nodiscard]] bool hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time now) override;
  void give_up(Time now) override;
  void note_link(Time now) override;
  /// The server is told (DHCPDECLINE), and after 10 s another address is asked for.
  void note_conflict(Time now) override;
  [[nodiscard]] bool has_new_addresses(Addresses& addresses) override;

 private:
  [[nodiscard]] static constexpr std::uint32_t mac_number(const Mac& mac) {
    return (std::uint32_t{mac[2]} << 24U) | (std::uint32_t{mac[3]} << 16U) | (std::uint32_t{mac[4]} << 8U) |
           mac[5];
  }
  void restart(Time now, Duration pause);
  void(bind)(const DhcpReply& reply);
  void begin_new_question(State state, Time now);
  [[nodiscard]] Duration next_patience();
  [[nodiscard]] bool holds_lease() const { return !lease_.addresses.own.is_zero(); }
  [[nodiscard]] Duration left(Time now, std::uint32_t seconds) const;

  Mac mac_;
  std::string_view host_name_;
  Random random_;
  DhcpReply lease_;  // once bound; while requesting, the offer
  DhcpReply offer_;
  State state_ = State::init;
  bool started_ = false;
  bool declining_ = false;
  bool changed_ = false;
  std::uint8_t attempts_ = 0;
  std::uint32_t transaction_ = 0;
  Time begun_;  // to ask for an address
  Time asked_;  // of which the lease counts
  Time leased_;
  Time next_;  // question
};

}  // namespace prometheus_express::internet
