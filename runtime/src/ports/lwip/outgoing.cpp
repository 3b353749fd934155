#include "prometheus_express/ports/lwip/outgoing.hpp"

#include <array>
#include <cstring>

#include "lwip/dns.h"
#include "lwip/ip_addr.h"
#include "lwip/opt.h"  // first among lwIP's: it reads lwipopts.h
#include "lwip/tcp.h"
#include "prometheus_express/transport/host_name.hpp"

namespace prometheus_express::lwip {

using transport::Link;
using transport::State;
using transport::Transfer;

namespace {

// Of IPv6 the longest, with an interface behind it.
constexpr std::size_t longest_address = 64;
constexpr std::size_t longest_name = 254;  // with a point at its end

/// The argument of lwIP's callbacks is the address of the base, as in connection.cpp.
Outgoing& outgoing(void* connection) { return *static_cast<Outgoing*>(static_cast<Connection*>(connection)); }

err_t on_connected(void* connection, tcp_pcb* /*block*/, err_t /*error*/) {
  outgoing(connection).connected();
  return ERR_OK;
}

void on_lost(void* connection, err_t error) { outgoing(connection).lost(error); }

#if LWIP_DNS
void on_found(const char* name, const ip_addr_t* address, void* connection) {
  outgoing(connection).found(name, address);
}
#endif

/// lwIP takes `127.1` and `0x7F000001` for addresses, too.
bool is_address(std::string_view host, ip_addr_t& address) {
  std::array<char, longest_address> text = {};
  if (host.empty() || host.size() >= text.size()) {
    return false;
  }
  std::memcpy(text.data(), host.data(), host.size());
  int points = 0;
  bool is_dotted = true;
  for (const char c : host) {
    points += c == '.' ? 1 : 0;
    is_dotted = is_dotted && (c == '.' || (c >= '0' && c <= '9'));
  }
  const bool has_colon = host.find(':') != std::string_view::npos;
  return ((is_dotted && points == 3) || has_colon) && ipaddr_aton(text.data(), &address) != 0;
}

}  // namespace

void Outgoing::begin(transport::Peer peer) {
  host_ = peer.host;
  port_ = peer.port;
  state_ = State::pending;
  looks_up_ = false;
  ip_addr_t address;
  if (is_address(host_, address)) {
    connect(&address);
  } else if (!transport::is_host_name(host_)) {
    state_ = State::no_such_name;
  } else {
    look_up();
  }
}

void Outgoing::look_up() {
#if LWIP_DNS
  std::array<char, longest_name + 1> name = {};
  std::memcpy(name.data(), host_.data(), host_.size());
  ip_addr_t address;
  looks_up_ = true;
  switch (dns_gethostbyname(name.data(), &address, on_found, static_cast<Connection*>(this))) {
    case ERR_OK:
      found(host_, &address);
      break;
    case ERR_INPROGRESS:
      break;
    case ERR_MEM:
      fail(State::no_resources);
      break;
    default:  // no name server is known
      fail(State::name_lookup_failed);
      break;
  }
#else
  fail(State::name_lookup_failed);
#endif
}

// A lookup cannot be called off: the answer to one that was given up comes all the same, and is known by its name.
void Outgoing::found(std::string_view name, const void* address) {
  if (!looks_up_ || name != host_) {
    return;
  }
  looks_up_ = false;
  if (address == nullptr) {
    fail(State::name_lookup_failed);
  } else {
    connect(address);
  }
}

void Outgoing::connect(const void* address) {
  const auto* const remote = static_cast<const ip_addr_t*>(address);
  tcp_pcb* const block = tcp_new_ip_type(IP_GET_TYPE(remote));
  if (block == nullptr) {
    fail(State::no_resources);
    return;
  }
  const err_t error = tcp_connect(block, remote, port_, on_connected);
  if (error != ERR_OK) {
    tcp_abort(block);
    fail(error == ERR_RTE ? State::unreachable : State::no_resources);
    return;
  }
  Connection::open(block, 0);
  Connection::accept();  // which nobody has to
  tcp_err(block, on_lost);
}

void Outgoing::connected() { state_ = State::open; }

void Outgoing::lost(int error) {
  const bool was_open = state_ == State::open;
  Connection::lose();
  if (error == ERR_RST) {
    fail(was_open ? State::reset : State::refused);
  } else if (error == ERR_ABRT) {  // after the last repetition; or lwIP gives its memory to somebody else
    fail(State::timed_out);
  } else {
    fail(State::reset);
  }
}

void Outgoing::fail(State reason) {
  looks_up_ = false;
  state_ = reason;
}

Transfer Outgoing::take(std::span<char> into) {
  if (state_ != State::open) {
    return {0, has_failed(state_) ? Link::failed : Link::open};
  }
  return Connection::take(into);
}

Transfer Outgoing::offer(std::span<const char> bytes) {
  if (state_ != State::open) {
    return {0, has_failed(state_) ? Link::failed : Link::open};
  }
  return Connection::offer(bytes);
}

void Outgoing::finish() {
  if (state_ == State::open) {
    Connection::finish();
  }
}

void Outgoing::close() {
  if (state_ == State::open) {
    Connection::close();
  } else {
    abort();
  }
}

void Outgoing::abort() {
  looks_up_ = false;
  Connection::abort();
}

}  // namespace prometheus_express::lwip
