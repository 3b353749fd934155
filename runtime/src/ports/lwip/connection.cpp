#include "prometheus_express/ports/lwip/connection.hpp"

#include <algorithm>

#include "lwip/opt.h"  // first among lwIP's: it reads lwipopts.h
#include "lwip/pbuf.h"
#include "lwip/tcp.h"

#if !LWIP_TCP || !LWIP_CALLBACK_API
  #error "prometheus_express::lwip needs LWIP_TCP and LWIP_CALLBACK_API"
#endif

namespace prometheus_express::lwip {

using transport::Link;
using transport::Transfer;

namespace {

constexpr std::size_t largest_chain = 0xFFFF;  // lwIP counts the bytes of one in 16 bits
static_assert(TCP_WND <= largest_chain,
              "a receive window of more than 64 KiB (LWIP_WND_SCALE) is not supported");

err_t on_received(void* connection, tcp_pcb* /*block*/, pbuf* packet, err_t /*error*/) {
  if (packet == nullptr) {
    static_cast<Connection*>(connection)->end();
    return ERR_OK;
  }
  return static_cast<Connection*>(connection)->receive(packet) ? ERR_OK : ERR_MEM;
}

void on_lost(void* connection, err_t /*error*/) { static_cast<Connection*>(connection)->lose(); }

}  // namespace

void Connection::open(tcp_pcb* block, std::uint32_t order) {
  block_ = block;
  order_ = order;
  link_ = Link::open;
  used_ = waiting_ = true;
  finishing_ = unsent_ = false;
  tcp_backlog_delayed(block);
  tcp_nagle_disable(block);  // what belongs together is sent together: see flush()
  tcp_arg(block, this);
  tcp_recv(block, on_received);
  tcp_err(block, on_lost);
}

void Connection::accept() {
  waiting_ = false;
  if (block_ != nullptr) {
    tcp_backlog_accepted(block_);
  }
}

Transfer Connection::take(std::span<char> into) {
  flush();
  if (received_ == nullptr) {
    return {0, link_};
  }
  const auto size = static_cast<std::uint16_t>(std::min<std::size_t>(into.size(), received_->tot_len));
  (void)pbuf_copy_partial(received_, into.data(), size, 0);
  received_ = pbuf_free_header(received_, size);
  if (block_ != nullptr) {
    tcp_recved(block_, size);
  }
  return {size, received_ == nullptr ? link_ : Link::open};
}

Transfer Connection::offer(std::span<const char> bytes) {
  if (block_ == nullptr) {
    return {0, Link::failed};
  }
  const std::size_t room = std::min<std::size_t>({bytes.size(), tcp_sndbuf(block_), 0xFFFF});
  const std::uint16_t written = write(bytes.first(room));
  unsent_ = unsent_ || written != 0;
  if (written < bytes.size()) {
    flush();
  }
  return {written, link_};
}

/// As many of the bytes as lwIP has memory for. TCP_WRITE_FLAG_MORE leaves room behind them, so that the next ones join
/// the same packet; where there is none for that, less will do.
std::uint16_t Connection::write(std::span<const char> bytes) {
  auto size = static_cast<std::uint16_t>(bytes.size());
  std::uint8_t flags = TCP_WRITE_FLAG_COPY | TCP_WRITE_FLAG_MORE;
  while (size != 0 && tcp_write(block_, bytes.data(), size, flags) != ERR_OK) {
    if (flags == TCP_WRITE_FLAG_COPY) {
      size >>= 1U;
    }
    flags = TCP_WRITE_FLAG_COPY;
  }
  return size;
}

/// Sends what was written. Not called behind each piece, so that small ones share a packet, but when the server turns to
/// something else: when it takes, has more than fits, or ends. Whatever is left by then, lwIP's timer sends.
void Connection::flush() {
  if (unsent_ && block_ != nullptr) {
    (void)tcp_output(block_);  // without memory it is tried again by lwIP's timer
  }
  unsent_ = false;
}

void Connection::finish() {
  finishing_ = true;
  if (block_ == nullptr) {
    return;
  }
  if (link_ == Link::ended) {
    release();
  } else {
    (void)tcp_shutdown(block_, 0, 1);  // without memory, lwIP's timer tries again
  }
}

void Connection::close() {
  if (block_ != nullptr) {
    release();
  }
  free();
}

void Connection::abort() {
  if (block_ != nullptr) {
    tcp_abort(detach());
  }
  free();
}

bool Connection::receive(pbuf* packet) {
  // A connection that is ending takes all: lwIP would forget what it keeps, and its end, together with the control block.
  if (!finishing_ && pbuf_clen(received_) >= packets_held) {
    return false;
  }
  if (received_ == nullptr) {
    received_ = packet;
  } else {
    pbuf_cat(received_, packet);
  }
  return true;
}

void Connection::end() {
  link_ = Link::ended;
  if (finishing_) {
    release();  // lwIP frees a block in state TIME_WAIT without telling anybody
  }
}

void Connection::lose() {
  block_ = nullptr;
  link_ = Link::failed;
  if (received_ != nullptr) {
    pbuf_free(received_);
    received_ = nullptr;
  }
  if (waiting_) {
    free();
  }
}

tcp_pcb* Connection::detach() {
  tcp_pcb* const block = block_;
  block_ = nullptr;
  tcp_arg(block, nullptr);
  tcp_recv(block, nullptr);
  tcp_err(block, nullptr);
  return block;
}

/// Leaves the control block to lwIP, which sends what was written, then the end. Not tcp_close(), which would discard that
/// and send a reset where something received was not taken. Both calls fail only where they have nothing to do.
void Connection::release() {
  tcp_pcb* const block = detach();
  tcp_setprio(block, TCP_PRIO_MIN);  // so that tcp_alloc() may take it for a new client
  (void)tcp_shutdown(block, 1, 0);
  (void)tcp_shutdown(block, 0, 1);
}

void Connection::free() {
  if (received_ != nullptr) {
    pbuf_free(received_);
    received_ = nullptr;
  }
  used_ = waiting_ = false;
}

}  // namespace prometheus_express::lwip
