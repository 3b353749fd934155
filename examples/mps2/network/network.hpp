// The network of this board: lwIP over the LAN9118, with a fixed address or, built with MPS2_DHCP, one from DHCP.
//
//   network::start(board::ethernet);
//   for (;;) { if (!network::poll(now)) { …nothing is left to do… } }
#pragma once

#include <cstdint>
#include <prometheus_express/base/clock.hpp>
#include <string_view>

#include "lan9118.hpp"

namespace network {

/// Starts lwIP and the interface. Once; false without a working controller. `ethernet` must outlive the program.
bool start(Lan9118& ethernet);

/// Hands frames that have arrived to lwIP, runs its timers, and looks at the cable now and then. The work of one call is
/// bounded; true when there is more to do at once.
bool poll(prometheus_express::Time now);

/// Times that the cable was unplugged.
[[nodiscard]] std::uint32_t link_losses();

/// The address as text; empty while there is none.
[[nodiscard]] std::string_view address();

}  // namespace network
