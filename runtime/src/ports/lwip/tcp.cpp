#include "prometheus_express/ports/lwip/tcp.hpp"

#include "lwip/ip_addr.h"
#include "lwip/opt.h"  // first among lwIP's: it reads lwipopts.h
#include "lwip/tcp.h"

namespace prometheus_express::lwip {
namespace {

err_t on_client(void* transport, tcp_pcb* block, err_t error) {
  if (block == nullptr || error != ERR_OK) {  // lwIP lacked memory for one
    return ERR_VAL;
  }
  return static_cast<TcpTransport*>(transport)->welcome(block) ? ERR_OK : ERR_MEM;  // then lwIP resets it
}

}  // namespace

Status TcpTransport::listen(std::uint16_t port) {
  if (listener_ != nullptr) {
    (void)tcp_close(listener_);
    listener_ = nullptr;
  }
  tcp_pcb* const block = tcp_new_ip_type(IPADDR_TYPE_ANY);
  if (block == nullptr) {
    return Status::unavailable;
  }
  const auto backlog = static_cast<std::uint8_t>(connections_.size() - slots_.size());
  if (tcp_bind(block, IP_ANY_TYPE, port) == ERR_OK) {
    listener_ = tcp_listen_with_backlog(block, backlog);  // a smaller block; the first one is freed
  }
  if (listener_ == nullptr) {
    tcp_abort(block);
    return Status::unavailable;
  }
  tcp_arg(listener_, this);
  tcp_accept(listener_, on_client);
  return Status::ok;
}

void TcpTransport::stop() {
  if (listener_ != nullptr) {
    (void)tcp_close(listener_);
    listener_ = nullptr;
  }
  for (Connection& connection : connections_) {
    if (!connection.is_free()) {
      connection.abort();
    }
  }
}

bool TcpTransport::accept(Slot slot) {
  Connection* const client = first_waiting();
  if (client == nullptr) {
    return false;
  }
  client->accept();
  slots_[slot] = client;
  return true;
}

bool TcpTransport::welcome(tcp_pcb* block) {
  std::size_t waiting = 0;
  Connection* place = nullptr;
  for (Connection& connection : connections_) {
    if (connection.is_free()) {
      place = &connection;
    }
    waiting += connection.is_waiting() ? 1 : 0;
  }
  if (place == nullptr || waiting == connections_.size() - slots_.size()) {
    return false;
  }
  place->open(block, arrived_++);
  may_wait_ = true;
  return true;
}

Connection* TcpTransport::first_waiting() {
  if (!may_wait_) {
    return nullptr;
  }
  Connection* first = nullptr;
  for (Connection& connection : connections_) {
    if (connection.is_waiting() && (first == nullptr || connection.arrived_before(*first))) {
      first = &connection;
    }
  }
  may_wait_ = first != nullptr;
  return first;
}

}  // namespace prometheus_express::lwip
