#include "network.hpp"

#include <lwip/dns.h>
#include <lwip/init.h>
#include <lwip/netif.h>
#include <lwip/priv/tcp_priv.h>

#include <algorithm>
#include <cstdlib>

namespace prometheus_express::lwip {

Heap heap;

namespace {

unsigned ticks = 0;  // so far

bool refuses() {
  ++heap.allocations;
  if (heap.refuse_next > 0) {
    --heap.refuse_next;
    return true;
  }
  return heap.refuse_all || heap.allocations == heap.refused_at;
}

void* counted(void* memory) {
  heap.used += memory == nullptr ? 0 : 1;
  return memory;
}

}  // namespace

void exchange() {
  for (int rounds = 0; rounds < 200; ++rounds) {
    netif_poll_all();
  }
}

void pass(unsigned duration) {
  for (; duration >= TCP_TMR_INTERVAL; duration -= TCP_TMR_INTERVAL) {
    tcp_tmr();
    if (++ticks % (DNS_TMR_INTERVAL / TCP_TMR_INTERVAL) == 0) {
      dns_tmr();
    }
    exchange();
  }
}

bool Client::connect() {
  block = tcp_new();
  if (block == nullptr) {
    return false;
  }
  tcp_nagle_disable(block);
  tcp_arg(block, this);
  tcp_recv(block, on_received);
  tcp_err(block, on_lost);
  ip_addr_t loopback;
  IP_ADDR4(&loopback, 127, 0, 0, 1);
  if (tcp_connect(block, &loopback, port, on_connected) != ERR_OK) {
    reset();
    return false;
  }
  return true;
}

std::size_t Client::send(std::string_view bytes) {
  if (block == nullptr) {
    return 0;
  }
  const auto size = static_cast<u16_t>(std::min<std::size_t>(bytes.size(), tcp_sndbuf(block)));
  if (size == 0 || tcp_write(block, bytes.data(), size, TCP_WRITE_FLAG_COPY) != ERR_OK) {
    return 0;
  }
  tcp_output(block);
  return size;
}

void Client::end() {
  if (block != nullptr) {
    tcp_shutdown(block, 0, 1);
  }
}

void Client::reset() {
  if (block != nullptr) {
    tcp_arg(block, nullptr);
    tcp_recv(block, nullptr);
    tcp_err(block, nullptr);
    tcp_abort(block);
    block = nullptr;
  }
}

void Client::read(bool reads) {
  reads_ = reads;
  if (reads && block != nullptr && unread_ != 0) {
    tcp_recved(block, static_cast<u16_t>(unread_));
    unread_ = 0;
  }
}

err_t Client::on_connected(void* client, tcp_pcb* /*block*/, err_t /*error*/) {
  static_cast<Client*>(client)->connected = true;
  return ERR_OK;
}

err_t Client::on_received(void* argument, tcp_pcb* block, pbuf* packet, err_t /*error*/) {
  Client& client = *static_cast<Client*>(argument);
  if (packet == nullptr) {
    client.ended = true;
    if (block->state != ESTABLISHED &&
        block->state != CLOSE_WAIT) {  // both ends: from here on the block is lwIP's
      tcp_arg(block, nullptr);
      tcp_recv(block, nullptr);
      tcp_err(block, nullptr);
      tcp_close(block);
      client.block = nullptr;
    }
    return ERR_OK;
  }
  ++client.deliveries;
  const std::size_t size = packet->tot_len;
  const std::size_t before = client.received.size();
  client.received.resize(before + size);
  pbuf_copy_partial(packet, client.received.data() + before, packet->tot_len, 0);
  pbuf_free(packet);
  if (client.reads_) {
    tcp_recved(block, static_cast<u16_t>(size));
  } else {
    client.unread_ += size;
  }
  return ERR_OK;
}

void Client::on_lost(void* client, err_t error) {
  static_cast<Client*>(client)->lost =
      error != ERR_CLSD;  // which is the end in order of a stream after the other
  static_cast<Client*>(client)->block = nullptr;
}

LwipTest::LwipTest() {
  static const bool started = [] {
    lwip_init();
    return true;
  }();
  (void)started;
  heap = {.used = heap.used};
  used_before_ = heap.used;
  EXPECT_EQ(tcp.listen(Client::port), Status::ok);
}

LwipTest::~LwipTest() {
  heap.refuse_all = false;
  heap.refuse_next = 0;
  heap.refused_at = -1;
  tcp.stop();
  pass(1000 * 60 * 25);  // longer than lwIP tries to reach somebody, and than TIME_WAIT
  EXPECT_EQ(tcp_active_pcbs, nullptr);
  EXPECT_EQ(tcp_tw_pcbs, nullptr);
  EXPECT_EQ(tcp_listen_pcbs.pcbs, nullptr);
  EXPECT_EQ(heap.used, used_before_);
}

void LwipTest::accept(transport::Slot slot) {
  ASSERT_TRUE(tcp.waiting());
  ASSERT_TRUE(tcp.accept(slot));
}

std::string LwipTest::take(transport::Slot slot) {
  std::string all;
  char piece[100];
  for (;;) {
    const transport::Transfer taken = tcp.take(slot, piece);
    last_link = taken.link;
    all.append(piece, taken.bytes);
    if (taken.bytes == 0) {
      return all;
    }
  }
}

}  // namespace prometheus_express::lwip

extern "C" {

void* tested_malloc(std::size_t size) {
  using namespace prometheus_express::lwip;
  return refuses() ? nullptr : counted(std::malloc(size));
}

void* tested_calloc(std::size_t count, std::size_t size) {
  using namespace prometheus_express::lwip;
  return refuses() ? nullptr : counted(std::calloc(count, size));
}

void tested_free(void* memory) {
  prometheus_express::lwip::heap.used -= memory == nullptr ? 0 : 1;
  std::free(memory);
}

u32_t sys_now() { return 0; }  // lwIP's timers are called by pass()

}  // extern "C"
