// Where a byte stream between two programs of one machine is: `unix:PATH`, or `tcp:PORT` on 127.0.0.1.
//
//   const auto place = spi_socket::Place::parse("unix:/tmp/chip");
//   const posix::Descriptor stream = place->connect();       // not open, with errno set, when nobody listens there
#pragma once

#include <cstdint>
#include <optional>
#include <prometheus_express/ports/spi_socket/spi_socket_linked.hpp>
#include <string>
#include <string_view>

#include "prometheus_express/ports/posix/descriptor.hpp"

namespace prometheus_express::spi_socket {

class Place {
 public:
  /// Nothing where the text is neither, or the path is longer than the system allows.
  [[nodiscard]] static std::optional<Place> parse(std::string_view text);

  /// A connected stream; not open, with errno set, when that fails.
  [[nodiscard]] posix::Descriptor(connect)() const;

  /// A listening socket that does not block; not open, with errno set, when that fails. A socket in the file system that nobody
  /// serves any more is replaced. With port 0 the system picks one, which `text` says then.
  [[nodiscard]] posix::Descriptor(listen)();

  /// Removes the socket from the file system.
  void remove() const;

  [[nodiscard]] std::string text() const;

 private:
  std::string path_;  // empty: TCP
  std::uint16_t port_ = 0;
};

}  // namespace prometheus_express::spi_socket
