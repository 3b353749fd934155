// A simulated chip for other programs: bus masters over the messages of spi_socket/protocol.hpp, and lines of the control language.
//
//   SpiServer server{chip};
//   if (!server.listen(place) || !server.listen_for_control(other)) { std::fputs(server.error().c_str(), stderr); }
//   while (!server.is_ended() && !interrupts.raised()) { server.poll(interrupts.descriptor()); }
#pragma once

#include <memory>
#include <string>

#include "prometheus_express/ports/simulated_w5500/chip.hpp"
#include "prometheus_express/ports/spi_socket/place.hpp"

namespace prometheus_express::simulated_w5500 {

class SpiServer {
 public:
  explicit SpiServer(Chip& chip);
  ~SpiServer();

  /// Listens for bus masters, of whom several may be connected at once. False: `error` says why not.
  [[nodiscard]] bool(listen)(spi_socket::Place place);

  /// Listens for streams of lines; each answer's last line begins with `ok` or `error`.
  [[nodiscard]] bool listen_for_control(spi_socket::Place place);

  /// Where it listens, with the port that was picked.
  [[nodiscard]] std::string place() const;
  [[nodiscard]] std::string control_place() const;

  [[nodiscard]] const std::string& error() const;

  /// Answers what has arrived, lets the chip go on, and sleeps a little while nothing arrives: not past the moment at which
  /// `wake`, a descriptor of the caller's, is readable.
  void(poll)(int wake = -1);

  /// Somebody has ordered `quit`.
  [[nodiscard]] bool is_ended() const;

 private:
  class Core;
  std::unique_ptr<Core> core_;
};

}  // namespace prometheus_express::simulated_w5500
