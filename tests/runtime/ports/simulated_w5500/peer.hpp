// The other end: a real socket of this machine, which never blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hand {

class Peer {
 public:
  Peer() = default;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer() { close(); }

  /// Begins to connect to that port of 127.0.0.1.
  void connect(std::uint16_t port);
  /// Listens there on a port that the system picks.
  std::uint16_t listen();
  /// Accepts who waits; false: nobody.
  bool accept();

  void send(std::string_view text);
  /// Sends FIN; receiving goes on.
  void finish();
  /// Sends RST.
  void reset();
  void close();

  /// Takes what has arrived.
  void receive();
  [[nodiscard]] bool is_connected() const;

  bool narrow = false;  // room for little, from `connect` on
  std::string received;
  bool ended = false;  // FIN has come
  int error = 0;       // of connect or recv

 private:
  int socket_ = -1;
  int listener_ = -1;
};

}  // namespace hand
