// Which of the eight sockets are for what, and how the 16 KiB of each direction are shared among them.
//
//   constexpr w5500::Layout layout({.sockets = 4, .kib = 2}, {.sockets = 1, .kib = 4}, {.sockets = 1, .kib = 2});
//
// A socket of the server is one client, from its first packet to the last acknowledgement; while none of them listens, the chip
// refuses clients. So they should be more than the server has connections, by those that are just ending. A page that is
// larger than the buffer waits for its peer's acknowledgements in between.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "prometheus_express/ports/w5500/registers.hpp"

namespace prometheus_express::w5500 {

/// Some sockets and the memory of each of them in each direction: 1, 2, 4, 8 or 16 KiB.
struct Share {
  std::uint8_t sockets = 0;
  std::uint8_t kib = 2;
};

/// What a compiler names when a layout is wrong.
void the_sockets_or_buffers_are_more_than_the_chip_has();
void a_buffer_has_1_2_4_8_or_16_kib();

class Layout {
 public:
  /// All are as large as they are on a chip that was just reset.
  consteval Layout() : Layout({.sockets = 6}, {.sockets = 1}, {.sockets = 1}) {}

  /// Sockets of the server, of clients that connect to others, and for datagrams: DHCP, DNS and SNTP share one.
  consteval Layout(Share servers, Share clients, Share datagrams)
      : servers(servers), clients(clients), datagrams(datagrams) {
    for (const Share share : {servers, clients, datagrams}) {
      if (share.kib == 0 || share.kib > 16 || (share.kib & (share.kib - 1)) != 0) {
        a_buffer_has_1_2_4_8_or_16_kib();
      }
    }
    const unsigned kib = servers.sockets * unsigned{servers.kib} + clients.sockets * unsigned{clients.kib} +
                         datagrams.sockets * unsigned{datagrams.kib};
    if (servers.sockets + clients.sockets + datagrams.sockets > sockets_of_chip || kib > buffer_kib ||
        datagrams.sockets > 1) {
      the_sockets_or_buffers_are_more_than_the_chip_has();
    }
  }

  /// Of the socket `number`, which are the server's first; 0: it is not used.
  [[nodiscard]] constexpr std::uint8_t kib_of(unsigned number) const {
    if (number < servers.sockets) {
      return servers.kib;
    }
    if (number < streams()) {
      return clients.kib;
    }
    return number < streams() + datagrams.sockets ? datagrams.kib : 0;
  }
  [[nodiscard]] constexpr unsigned streams() const { return servers.sockets + unsigned{clients.sockets}; }

  Share servers;
  Share clients;
  Share datagrams;
};

}  // namespace prometheus_express::w5500
