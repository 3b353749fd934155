#include "network.hpp"

#include <lwip/dhcp.h>
#include <lwip/etharp.h>
#include <lwip/init.h>
#include <lwip/netif.h>
#include <lwip/pbuf.h>
#include <lwip/stats.h>
#include <lwip/sys.h>
#include <lwip/timeouts.h>

#include <algorithm>
#include <array>
#include <span>

namespace network {
namespace {

namespace px = prometheus_express;

constexpr int frames_a_poll = 8;
constexpr px::Duration between_looks_at_the_cable{250};
constexpr std::uint32_t largest_frame = 1514;

struct Interface {
  netif lwip = {};
  Lan9118* ethernet = nullptr;
  px::Time looked;
  std::uint32_t link_losses = 0;
  std::array<char, IP4ADDR_STRLEN_MAX> address = {};
};
constinit Interface interface;
constinit px::Time time_of_poll;

std::span<std::uint8_t> bytes(pbuf& buffer) {
  return {static_cast<std::uint8_t*>(buffer.payload), buffer.len};
}

err_t send(netif*, pbuf* frame) {
  Lan9118& ethernet = *interface.ethernet;
  if (!ethernet.has_room(frame->tot_len)) {
    LINK_STATS_INC(link.drop);
    return ERR_WOULDBLOCK;
  }
  ethernet.begin_write(frame->tot_len);
  for (pbuf* buffer = frame; buffer != nullptr; buffer = buffer->next) {
    ethernet.write(bytes(*buffer));
  }
  ethernet.end_write();
  LINK_STATS_INC(link.xmit);
  return ERR_OK;
}

err_t set_up(netif* lwip) {
  lwip->name[0] = 'e';
  lwip->name[1] = 'n';
  lwip->output = etharp_output;
  lwip->linkoutput = send;
  lwip->mtu = 1500;
  lwip->flags = NETIF_FLAG_BROADCAST | NETIF_FLAG_ETHARP | NETIF_FLAG_ETHERNET;
  lwip->hwaddr_len = ETH_HWADDR_LEN;
  std::ranges::copy(interface.ethernet->address(), lwip->hwaddr);
  return ERR_OK;
}

void receive(std::uint32_t size) {
  Lan9118& ethernet = *interface.ethernet;
  pbuf* const frame =
      size <= largest_frame ? pbuf_alloc(PBUF_RAW, static_cast<u16_t>(size), PBUF_POOL) : nullptr;
  ethernet.begin_read();
  for (pbuf* buffer = frame; buffer != nullptr; buffer = buffer->next) {
    ethernet.read(bytes(*buffer));
  }
  ethernet.end_read();
  if (frame == nullptr) {
    LINK_STATS_INC(link.drop);  // TCP sends it again
    return;
  }
  LINK_STATS_INC(link.recv);
  if (interface.lwip.input(frame, &interface.lwip) != ERR_OK) {
    pbuf_free(frame);
  }
}

void look_at_cable(px::Time now) {
  if (now - interface.looked < between_looks_at_the_cable) {
    return;
  }
  interface.looked = now;
  const bool is_up = interface.ethernet->link_is_up();
  const bool was_up = netif_is_link_up(&interface.lwip) != 0;
  if (is_up && !was_up) {
    netif_set_link_up(&interface.lwip);  // tells the others, and asks DHCP anew
  } else if (!is_up && was_up) {
    netif_set_link_down(&interface.lwip);
    ++interface.link_losses;
  }
}

}  // namespace

bool start(Lan9118& ethernet) {
  interface.ethernet = &ethernet;
  if (!ethernet.start()) {
    return false;
  }
  lwip_init();
  ip4_addr_t address = {}, mask = {}, gateway = {};
  if constexpr (!LWIP_DHCP) {
    IP4_ADDR(&address, 10, 0, 2, 15);
    IP4_ADDR(&mask, 255, 255, 255, 0);
    IP4_ADDR(&gateway, 10, 0, 2, 2);
  }
  netif_add(&interface.lwip, &address, &mask, &gateway, nullptr, set_up, netif_input);
  netif_set_default(&interface.lwip);
  netif_set_up(&interface.lwip);
  if (ethernet.link_is_up()) {
    netif_set_link_up(&interface.lwip);
  }
#if LWIP_DHCP
  dhcp_start(&interface.lwip);
#endif
  return true;
}

bool poll(px::Time now) {
  time_of_poll = now;
  look_at_cable(now);
  interface.ethernet->acknowledge();
  int frames = 0;
  while (frames < frames_a_poll) {
    const std::uint32_t size = interface.ethernet->received();
    if (size == 0) {
      break;
    }
    receive(size);
    ++frames;
  }
  sys_check_timeouts();
  return frames == frames_a_poll;
}

std::uint32_t link_losses() { return interface.link_losses; }

std::string_view address() {
  const ip4_addr_t* const address = netif_ip4_addr(&interface.lwip);
  if (!netif_is_up(&interface.lwip) || ip4_addr_isany(address)) {
    return {};
  }
  return ip4addr_ntoa_r(address, interface.address.data(), static_cast<int>(interface.address.size()));
}

}  // namespace network

extern "C" {

// lwIP's clock: sys.h.
u32_t sys_now() { return network::time_of_poll.milliseconds; }

// For sequence and transaction numbers that an earlier run of the board did not use: George Marsaglia, "Xorshift RNGs",
// Journal of Statistical Software 8 (14), 2003. Nothing here is secret.
std::uint32_t random_number() {
  static std::uint32_t state = 2463534242;
  state ^= network::time_of_poll.milliseconds + 1;
  state ^= state << 13U;
  state ^= state >> 17U;
  state ^= state << 5U;
  return state;
}

}  // extern "C"
