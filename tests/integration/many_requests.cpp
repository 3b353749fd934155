// many_requests PORT COUNT: asks 127.0.0.1 for /metrics as often, between one and a hundred requests at a time on
// connections that stay open for as long as the server keeps them; between these, clients come that ask and go without an
// answer. Prints how many answers were complete and 200; its status is 0 if all were.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view request = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr long largest_batch = 100;

[[noreturn]] void give_up(const char* what) {
  std::perror(what);
  std::exit(1);
}

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      give_up("connect");
    }
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0) {
        give_up("send");
      }
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /// Reads one answer; false at the end of the stream, or for anything but a 200 with its length.
  bool answer(bool& last) {
    std::size_t head = 0;
    while ((head = received_.find("\r\n\r\n", at_)) == std::string::npos) {
      if (!receive()) {
        return false;
      }
    }
    const std::string_view lines = std::string_view(received_).substr(at_, head - at_);
    const std::size_t length = lines.find("\r\nContent-Length: ");
    if (!lines.starts_with("HTTP/1.1 200 ") || length == std::string_view::npos) {
      return false;
    }
    last = lines.find("\r\nConnection: close") != std::string_view::npos;
    at_ = head + 4 + std::strtoul(lines.data() + length + 18, nullptr, 10);
    while (received_.size() < at_) {
      if (!receive()) {
        return false;
      }
    }
    return received_.compare(at_ - 1, 1, "\n") == 0;
  }

  bool ended() { return at_ == received_.size() && !receive(); }

 private:
  bool receive() {
    if (at_ > received_.size() / 2) {
      const std::size_t done = std::min(at_, received_.size());
      received_.erase(0, done);
      at_ -= done;
    }
    const std::size_t before = received_.size();
    received_.resize(before + 65536);
    const ssize_t size = ::recv(socket_, received_.data() + before, 65536, 0);
    received_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return size > 0;
  }

  int socket_;
  std::string received_;
  std::size_t at_ = 0;  // what is read of it
};

std::string requests(long count) {
  std::string requests;
  for (; count > 0; --count) {
    requests += request;
  }
  return requests;
}

/// Answers on one connection, `wanted` of them at most; false when one of them or the end is not as it must be.
bool ask(std::uint16_t port, long wanted, long& answered) {
  Client client(port);
  bool last = false;
  while (wanted > 0 && !last) {
    const long now = std::min(1 + answered % largest_batch, wanted);
    client.send(requests(now));
    for (long number = 0; number < now && !last; ++number) {
      if (!client.answer(last)) {
        return false;
      }
      ++answered;
      --wanted;
    }
  }
  return !last || client.ended();
}

}  // namespace

int main(int argc, char** argv) {
  const auto port = static_cast<std::uint16_t>(std::atoi(argc > 2 ? argv[1] : "0"));
  const long count = std::atol(argc > 2 ? argv[2] : "0");
  long answered = 0;
  bool well = count > 0;
  while (well && answered < count) {
    well = ask(port, count - answered, answered);
    Client(port).send(requests(largest_batch));
  }
  std::printf("%ld of %ld answered\n", answered, count);
  return well ? 0 : 1;
}
