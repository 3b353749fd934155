#include "prometheus_express/ports/sockets/tcp.hpp"

#include <utility>

namespace prometheus_express::sockets {
namespace {

constexpr int backlog = 4;

}  // namespace

Status TcpTransport::listen(std::uint16_t port) {
  close_socket(std::exchange(listener_, no_socket));
  port_ = port;
  is_wanted_ = true;
  listener_ = open_listener(port, backlog);
  if (!is_listening()) {
    return Status::unavailable;
  }
  port_ = port_of(listener_);  // the one that was chosen, so that it is the same when it is opened again
  return Status::ok;
}

void TcpTransport::stop() {
  is_wanted_ = false;
  close_socket(std::exchange(listener_, no_socket));
  reset_socket(std::exchange(waiting_, no_socket));
  for (Handle& handle : slots_) {
    reset_socket(std::exchange(handle, no_socket));
  }
}

bool TcpTransport::waiting() {
  if (waiting_ != no_socket || !is_wanted_) {
    return waiting_ != no_socket;
  }
  if (!is_listening()) {
    listener_ = open_listener(port_, backlog);
    return false;
  }
  const Accepted accepted = accept_client(listener_);
  waiting_ = accepted.client;
  if (accepted.listener_is_lost) {
    close_socket(std::exchange(listener_, no_socket));
  }
  return waiting_ != no_socket;
}

bool TcpTransport::accept(Slot slot) {
  if (!waiting()) {
    return false;
  }
  slots_[slot] = std::exchange(waiting_, no_socket);
  return true;
}

transport::Transfer TcpTransport::take(Slot slot, std::span<char> into) {
  transport::State failure = {};
  return receive(slots_[slot], into, failure);
}

transport::Transfer TcpTransport::offer(Slot slot, std::span<const char> bytes) {
  transport::State failure = {};
  return send_bytes(slots_[slot], bytes, failure);
}

void TcpTransport::finish(Slot slot) { end_stream(slots_[slot]); }

void TcpTransport::close(Slot slot) { close_socket(std::exchange(slots_[slot], no_socket)); }

void TcpTransport::abort(Slot slot) { reset_socket(std::exchange(slots_[slot], no_socket)); }

}  // namespace prometheus_express::sockets
