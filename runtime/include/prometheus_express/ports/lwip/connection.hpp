// One client between lwIP's callbacks and the server's calls. What it has received stays in lwIP's own packet
// buffers until it is taken; what it sends is copied into lwIP's send buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/lwip/lwip_linked.hpp>
#include <span>

#include "prometheus_express/transport/transport.hpp"

struct pbuf;
struct tcp_pcb;

namespace prometheus_express::lwip {

class Connection {
 public:
  /// Packets that are kept until they are taken. One more waits inside of lwIP, which then takes no further one from this
  /// client: however small its packets are, it cannot use up the pool.
  static constexpr std::uint8_t packets_held = 4;

  /// Free: may be opened. Waiting: a client that no slot has yet.
  [[nodiscard]] bool is_free() const { return !used_; }
  [[nodiscard]] bool is_waiting() const { return waiting_; }
  [[nodiscard]] bool arrived_before(const Connection& other) const {
    return static_cast<std::int32_t>(order_ - other.order_) < 0;
  }

  /// Begins to wait; from here on lwIP's callbacks of the block lead here. `order` grows from one client to the next.
  void open(tcp_pcb* block, std::uint32_t order);
  void(accept)();

  [[nodiscard]] transport::Transfer take(std::span<char> into);
  [[nodiscard]] transport::Transfer offer(std::span<const char> bytes);
  void finish();
  void(close)();
  void abort();

  /// What lwIP reports: a packet, which may be refused for now; the end of the client's stream; and that the control
  /// block does not exist any more.
  [[nodiscard]] bool receive(pbuf* packet);
  void end();
  void lose();

 private:
  [[nodiscard]] tcp_pcb* detach();
  [[nodiscard]] std::uint16_t(write)(std::span<const char> bytes);
  void flush();
  void release();
  void free();

  tcp_pcb* block_ = nullptr;  // none once it is lost, or all was said in both directions
  pbuf* received_ = nullptr;  // a chain, what was taken is cut off its front
  std::uint32_t order_ = 0;
  transport::Link link_ = transport::Link::open;
  bool used_ = false;
  bool waiting_ = false;
  bool finishing_ = false;  // our stream has its end, or gets it as soon as lwIP has memory for it
  bool unsent_ = false;     // lwIP has bytes that it was not told to send
};

}  // namespace prometheus_express::lwip
