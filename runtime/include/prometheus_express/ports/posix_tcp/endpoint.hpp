// An IPv4 or IPv6 address with a TCP port, between its text and the form of the socket calls.
//
//   const std::optional<Endpoint> endpoint = Endpoint::parse("::1", 8080);
//   char text[Endpoint::text_size];
//   endpoint->print(text);                  // [::1]:8080
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <span>
#include <string_view>

namespace prometheus_express::posix {

class Endpoint {
 public:
  /// Bytes that `print` needs at most: brackets, address, `%` and interface, `:`, port, NUL.
  static constexpr std::size_t text_size = 80;

  /// Reads a numeric address: `127.0.0.1`, `::1`, `fe80::1%eth0`, and `0.0.0.0` or `::` for every address of
  /// the machine. Nothing when it is none, or its interface does not exist; names are not looked up.
  [[nodiscard]] static std::optional<Endpoint> parse(std::string_view address, std::uint16_t port);

  /// An address of the system's, with another port; nothing when it is neither IPv4 nor IPv6.
  [[nodiscard]] static std::optional<Endpoint> from(const sockaddr* address, std::uint16_t port);

  /// The address that a socket is bound to; nothing when the system does not say.
  [[nodiscard]] static std::optional<Endpoint> of(int socket);

  /// The address at the other end of a connection; nothing when the system does not say.
  [[nodiscard]] static std::optional<Endpoint> of_peer(int socket);

  /// Writes `127.0.0.1:8080` or `[::1]:8080`, as in a URL, with a NUL behind it. `text` has `text_size`
  /// bytes.
  void print(std::span<char> text) const;

  /// Writes the address alone, `127.0.0.1`, `::1` or `fe80::1%eth0`, with a NUL behind it. `text` has `text_size` bytes.
  void print_address(std::span<char> text) const;

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] int family() const { return any_.sa_family; }
  [[nodiscard]] const sockaddr* address() const { return &any_; }
  [[nodiscard]] bool operator==(const Endpoint& other) const;
  [[nodiscard]] socklen_t size() const { return family() == AF_INET6 ? sizeof v6_ : sizeof v4_; }

 private:
  union {
    sockaddr any_;
    sockaddr_in v4_;
    sockaddr_in6 v6_ = {};
  };
};

}  // namespace prometheus_express::posix
