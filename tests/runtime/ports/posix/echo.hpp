// A client and the smallest server over the transport, in one thread: a request is a line with a number, the
// response that many bytes of a known pattern. The server uses the transport as the responder does: in small
// pieces, for several connections.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "prometheus_express/ports/posix_tcp/tcp.hpp"

namespace echo {

namespace posix = prometheus_express::posix;
using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::transport::Link;
using prometheus_express::transport::Slot;
using prometheus_express::transport::Transfer;

/// The first `size` bytes of the pattern.
std::string pattern(std::size_t size);

/// Answers lines such as `300`. `300 finish` ends our stream after the response and waits for the client's
/// end, `300 close` closes at once.
class Server {
 public:
  Server(posix::TcpTransport& transport, std::size_t slots) : transport_(transport), slots_(slots) {}

  void poll();

  std::size_t piece = 256;  // bytes offered at a time
  bool takes = true;        // false: leaves requests unread
  int failures = 0;         // connections that the transport reported as failed
  [[nodiscard]] std::size_t clients() const;

 private:
  struct Client {
    bool used = false;
    bool ended = false;
    bool close = false;
    bool finish = false;
    std::string request;
    std::string response;
    std::size_t sent = 0;
  };

  bool serve(Slot slot);
  bool receive(Slot slot);
  bool respond(Slot slot);

  posix::TcpTransport& transport_;
  std::vector<Client> slots_;
};

/// A non-blocking client.
class Client {
 public:
  explicit Client(const posix::Endpoint& endpoint, int receive_buffer = 0);
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  void send(std::string_view text);
  void half_close();
  void reset();
  /// Reads what is there; the text so far is in `received`.
  void receive(std::size_t most = 1 << 16);

  std::string received;
  bool ended = false;
  int error = 0;

 private:
  int socket_;
};

/// For a `run` of as many rounds as it is given.
inline bool never() { return false; }

/// Lets both sides run until `done`; false when nothing comes of it in a bounded number of rounds.
[[nodiscard]] bool run(posix::TcpTransport& transport, Server& server, const std::function<bool()>& done,
                       int rounds = 3000);

/// True when a new client gets its 300 bytes.
[[nodiscard]] bool serves(posix::TcpTransport& transport, Server& server);

}  // namespace echo
