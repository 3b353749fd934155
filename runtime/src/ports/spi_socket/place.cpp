#include "prometheus_express/ports/spi_socket/place.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstring>

namespace prometheus_express::spi_socket {
namespace {

constexpr std::string_view unix_prefix = "unix:";
constexpr std::string_view tcp_prefix = "tcp:";
constexpr int backlog = 16;

union SystemPlace {
  sockaddr any;
  sockaddr_un local;
  sockaddr_in internet;
};

SystemPlace to_system(const std::string& path, std::uint16_t port, socklen_t& size) {
  SystemPlace place = {};
  if (path.empty()) {
    place.internet = {};
    place.internet.sin_family = AF_INET;
    place.internet.sin_port = htons(port);
    place.internet.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    size = sizeof place.internet;
  } else {
    place.local = {};
    place.local.sun_family = AF_UNIX;
    std::memcpy(place.local.sun_path, path.data(), path.size());
    size = sizeof place.local;
  }
  return place;
}

posix::Descriptor open(bool internet) {
  posix::Descriptor socket(::socket(internet ? AF_INET : AF_UNIX, SOCK_STREAM, 0));
  (void)::fcntl(socket.number(), F_SETFD, FD_CLOEXEC);
  return socket;
}

}  // namespace

std::optional<Place> Place::parse(std::string_view text) {
  Place place;
  if (text.starts_with(unix_prefix)) {
    place.path_ = text.substr(unix_prefix.size());
    const bool fits = !place.path_.empty() && place.path_.size() < sizeof(sockaddr_un::sun_path);
    return fits ? std::optional(place) : std::nullopt;
  }
  if (!text.starts_with(tcp_prefix)) {
    return std::nullopt;
  }
  text.remove_prefix(tcp_prefix.size());
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place.port_);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(place) : std::nullopt;
}

posix::Descriptor Place::connect() const {
  posix::Descriptor stream = open(path_.empty());
  socklen_t size = 0;
  const SystemPlace place = to_system(path_, port_, size);
  if (stream.is_open() && ::connect(stream.number(), &place.any, size) != 0) {
    return {};
  }
  const int on = 1;
  if (path_.empty()) {  // a request is to go out at once
    (void)::setsockopt(stream.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  return stream;
}

posix::Descriptor Place::listen() {
  if (!path_.empty() && !connect().is_open()) {
    (void)::unlink(path_.c_str());
  }
  posix::Descriptor listener = open(path_.empty());
  socklen_t size = 0;
  SystemPlace place = to_system(path_, port_, size);
  const int on = 1;
  (void)::setsockopt(listener.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (::bind(listener.number(), &place.any, size) != 0 || ::listen(listener.number(), backlog) != 0 ||
      ::fcntl(listener.number(), F_SETFL, O_NONBLOCK) != 0) {
    return {};
  }
  if (path_.empty() && ::getsockname(listener.number(), &place.any, &size) == 0) {
    port_ = ntohs(place.internet.sin_port);
  }
  return listener;
}

void Place::remove() const {
  if (!path_.empty()) {
    (void)::unlink(path_.c_str());
  }
}

std::string Place::text() const {
  return path_.empty() ? std::string(tcp_prefix) + std::to_string(port_) : std::string(unix_prefix) + path_;
}

}  // namespace prometheus_express::spi_socket
