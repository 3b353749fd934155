// The least that a server on epoll can do: fixed_reply REPLY [close] listens on a free port of 127.0.0.1, prints it, and
// answers whatever arrives with the bytes of the file REPLY, one copy for each empty line; with `close` it then closes.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view empty_line = "\r\n\r\n";

int listen_on_a_free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  const int on = 1;
  ::setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener, any, size) != 0 || ::listen(listener, 1024) != 0 ||
      ::getsockname(listener, any, &size) != 0) {
    std::perror("listen");
    std::exit(1);
  }
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  return listener;
}

void watch(int epoll, int descriptor) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = descriptor;
  ::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

/// False once the connection has nothing more to do.
bool answer(int client, const std::string& reply, bool once) {
  std::array<char, 4096> input;
  const ssize_t size = ::recv(client, input.data(), input.size(), 0);
  if (size <= 0) {
    return false;
  }
  const std::string_view requests(input.data(), static_cast<std::size_t>(size));
  std::string replies;
  for (std::size_t at = 0; (at = requests.find(empty_line, at)) != std::string_view::npos;
       at += empty_line.size()) {
    replies += reply;
  }
  return ::send(client, replies.data(), replies.size(), MSG_NOSIGNAL) >= 0 && !once;
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "", std::ios::binary);
  const std::string reply{std::istreambuf_iterator<char>(file), {}};
  const bool once = argc > 2;
  const int listener = listen_on_a_free_port();
  const int epoll = ::epoll_create1(0);
  watch(epoll, listener);
  std::array<epoll_event, 64> events;
  for (;;) {
    const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
    for (int number = 0; number < count; ++number) {
      const int ready = events[static_cast<std::size_t>(number)].data.fd;
      if (ready == listener) {
        const int client = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
        if (client >= 0) {
          watch(epoll, client);
        }
      } else if (!answer(ready, reply, once)) {
        ::close(ready);
      }
    }
  }
}
