// A site served by this process: the sockets and the responder in one object of fixed size.
//
//   host::Server server{weather_station::site(station), {.address = "0.0.0.0", .port = 8080}};
//   if (!server.is_listening()) { std::fprintf(stderr, "%s\n", server.error()); }
//   for (posix::MonotonicClock clock;;) { server.poll(clock.now()); }
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <prometheus_express/host/host_linked.hpp>
#include <string_view>
#include <utility>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/server.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/ports/posix_tcp/tcp.hpp"

namespace prometheus_express::host {

/// Where to listen. Without a word only programs on the same machine reach it.
struct Listen {
  std::string_view address =
      "127.0.0.1";  // numeric, IPv4 or IPv6; "0.0.0.0" or "::" for all of the machine's
  std::optional<std::uint16_t> port = {};  // 0 picks a free one; without a word it is the schema's
  /// Several servers may listen there, each on a thread of its own, and the system hands each client to one of them
  /// (SO_REUSEPORT). It does so too with another program of the same user that shares the port.
  bool shared = false;
};

/// A schema's limits where a host serves: with the page of links at `/`, unless the schema says `http: {index: false}`.
consteval http::Limits for_host(http::Limits limits) {
  if (limits.parts.index == http::Index::on_hosts) {
    limits.parts.index = http::Index::always;
    limits.parts.pieces = true;  // of which length it is, is not known
  }
  return limits;
}

template <http::Limits limits>
class Server {
 public:
  /// Listens at once. Where that fails, `poll` tries again every second, unless the address is none.
  explicit Server(http::Site<limits> site, Listen where = {})
      : http_(http::Site<for_host(limits)>{site, site.port}, tcp_) {
    // What comes of it is kept as is_listening() and error().
    (void)(tcp_.listen)(where.address, where.port.value_or(site.port), where.shared);
  }

  /// Serves what has arrived, then sleeps until more does: at most for `longest`, and not past the moment at
  /// which `wake`, a descriptor of the caller's, is readable. True when `wake` is.
  bool(poll)(Time now, Duration longest = {100}, int wake = -1) {
    Duration pause = (http_.poll)(now);
    for (int turns = 1; turns < turns_a_wait && pause == Duration{}; ++turns) {
      pause =
          (http_.poll)(now);  // the next piece of a long response joins the others in the connection's buffer
    }
    return tcp_.wait((std::min)(pause, longest), wake);
  }

  /// See TcpTransport::watch_traffic.
  void watch_traffic(posix::Traffic traffic) { tcp_.watch_traffic(std::move(traffic)); }

  [[nodiscard]] bool is_listening() const { return tcp_.is_listening(); }

  /// Why it does not listen, and what to do about it: a sentence without a full stop; empty while it does.
  [[nodiscard]] const char* error() const { return tcp_.error(); }

  /// Where it listens, with the port that was picked.
  [[nodiscard]] const posix::Endpoint& endpoint() const { return tcp_.endpoint(); }
  [[nodiscard]] std::uint16_t port() const { return tcp_.port(); }

 private:
  static constexpr int turns_a_wait = 8;  // each is bounded, and fair to all connections

  posix::Tcp<limits.connections> tcp_;
  http::Server<for_host(limits)> http_;
};

}  // namespace prometheus_express::host
