// A server over the sockets of this machine, with clients of the test's.
#include "prometheus_express/ports/sockets/tcp.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prometheus_express/http/server.hpp"
#include "prometheus_express/http/site.hpp"

namespace {

namespace http = prometheus_express::http;
namespace sockets = prometheus_express::sockets;
using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::Time;
using prometheus_express::transport::Link;

const std::string& page() {
  static const std::string text(100'000, 'x');
  return text;
}

Status read_page(void*, const http::Request&, http::Response& response) {
  response.body(page());
  return Status::ok;
}

constexpr http::Route routes[] = {{http::Method::get, "/metrics", read_page, {}, {}}};
constexpr std::string_view request = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n";

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { (void)::close(socket_); }

  [[nodiscard]] bool is_connected() const { return connected_; }
  void send(std::string_view text) const { (void)::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
  void end() const { (void)::shutdown(socket_, SHUT_WR); }
  void reset() {
    constexpr linger discard = {.l_onoff = 1, .l_linger = 0};
    (void)::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
    (void)::close(std::exchange(socket_, -1));
  }
  /// Takes what has come; `ended_by` says how the server's stream ended.
  void receive() {
    std::vector<char> bytes(65536);
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0) {
      received.append(bytes.data(), static_cast<std::size_t>(count));
    }
    ended = ended || count == 0;
    was_reset = was_reset || (count < 0 && errno == ECONNRESET);
  }

  std::string received;
  bool ended = false;
  bool was_reset = false;

 private:
  int socket_;
  bool connected_ = false;
};

class SocketsTcp : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(tcp.listen(0), Status::ok); }

  template <typename Condition>
  bool run_until(Condition condition) {
    for (int rounds = 0; rounds < 20'000; ++rounds) {
      now.milliseconds += 1;
      (void)server.poll(now);
      if (condition()) {
        return true;
      }
    }
    return false;
  }

  static bool has_page(Client& client, std::size_t times = 1) {
    client.receive();
    return client.received.size() > times * page().size();
  }

  static constexpr http::Site<http::Limits{.connections = 2}> site{{routes, nullptr}};
  sockets::Tcp<2> tcp;
  http::Server<http::Limits{.connections = 2}> server{site, tcp};
  Time now{0};
};

TEST_F(SocketsTcp, ServesAPageLargerThanTheStacksMemory) {
  Client client(tcp.port());
  client.send(request);
  ASSERT_TRUE(run_until([&] { return has_page(client); }));
  EXPECT_TRUE(client.received.ends_with(page()));
}

TEST_F(SocketsTcp, ServesOneConnectionAgainAndAgain) {
  Client client(tcp.port());
  for (std::size_t times = 1; times <= 20; ++times) {
    client.send(request);
    ASSERT_TRUE(run_until([&] { return has_page(client, times); })) << times;
  }
}

TEST_F(SocketsTcp, AHalfClosedClientGetsItsAnswer) {
  for (int times = 0; times < 50; ++times) {
    Client client(tcp.port());
    client.send(request);
    client.end();
    ASSERT_TRUE(run_until([&] { return has_page(client) && client.ended; })) << times;
    EXPECT_FALSE(client.was_reset);
  }
}

TEST_F(SocketsTcp, ClientsBeyondTheSlotsWait) {
  std::vector<std::unique_ptr<Client>> clients;
  for (int count = 0; count < 5; ++count) {
    clients.push_back(std::make_unique<Client>(tcp.port()));
    ASSERT_TRUE(clients.back()->is_connected());
    clients.back()->send(request);
    clients.back()->end();
  }
  for (const auto& client : clients) {
    EXPECT_TRUE(run_until([&] {
      std::for_each(clients.begin(), clients.end(), [](const auto& each) { each->receive(); });
      return client->ended;
    }));
    EXPECT_TRUE(client->received.ends_with(page()));
  }
}

TEST_F(SocketsTcp, AClientThatResetsFreesItsSlot) {
  for (int times = 0; times < 20; ++times) {
    Client rude(tcp.port());
    rude.send(request);
    ASSERT_TRUE(run_until([&] {
      rude.receive();
      return !rude.received.empty();
    }));
    rude.reset();
  }
  Client client(tcp.port());
  client.send(request);
  EXPECT_TRUE(run_until([&] { return has_page(client); }));
}

TEST_F(SocketsTcp, ALostListenerIsOpenedAgain) {
  const std::uint16_t port = tcp.port();
  for (int descriptor = 3; descriptor < 64; ++descriptor) {  // as a stack does whose network is taken down
    int listens = 0;
    socklen_t size = sizeof listens;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens != 0) {
      (void)::shutdown(descriptor, SHUT_RDWR);
    }
  }
  ASSERT_TRUE(run_until([&] { return tcp.is_listening() && tcp.port() == port; }));
  Client client(port);
  client.send(request);
  EXPECT_TRUE(run_until([&] { return has_page(client); }));
}

TEST_F(SocketsTcp, StoppingResetsEverybody) {
  Client client(tcp.port());
  client.send("GET");
  ASSERT_TRUE(run_until([&] { return now == Time{100}; }));
  Client waiting(tcp.port());
  tcp.stop();
  EXPECT_FALSE(tcp.is_listening());
  client.receive();
  EXPECT_TRUE(client.was_reset);
  EXPECT_FALSE(tcp.waiting());
}

TEST_F(SocketsTcp, APortThatSomebodyHasIsUnavailableUntilHeGoes) {
  sockets::Tcp<1> other;
  EXPECT_EQ(other.listen(tcp.port()), Status::unavailable);
  const std::uint16_t port = tcp.port();
  tcp.stop();
  (void)other.waiting();
  EXPECT_EQ(other.port(), port);
}

TEST(SocketsMemory, IsConstantAndSmall) {
  static constinit sockets::Tcp<4> tcp;
  EXPECT_FALSE(tcp.is_listening());
  EXPECT_LE(sizeof tcp, 4 * sizeof(int) + 56);
}

}  // namespace
