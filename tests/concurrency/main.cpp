// Four servers of one site on threads of their own, and four clients that ask all of them while a fifth scrapes. In the
// end every request was counted: prints how many, and how many servers answered; the status is 1 where a sum is wrong.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <mutex>
#include <prometheus_express/ports/posix.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "crowd.hpp"

namespace px = prometheus_express;

namespace {

constexpr unsigned servers = 4;
constexpr int clients = 4;
constexpr int connections = 50;  // of each client; the system hands each to one of the servers
constexpr int requests = 20;     // on each connection

struct Crowd {
  crowd::Metrics metrics;
  std::mutex mutex;
  std::set<std::thread::id> threads;

  px::Status greet(crowd::Path path, double size) {
    metrics.inside.inc();
    metrics.greetings.labels(path).inc();
    metrics.size.observe(size);
    metrics.inside.dec();
    const std::scoped_lock lock(mutex);
    threads.insert(std::this_thread::get_id());
    return px::Status::ok;
  }
  px::Status hello(const px::http::Request&, px::http::Response&) { return greet(crowd::Path::hello, 3); }
  px::Status welcome(const px::http::Request&, px::http::Response&) {
    return greet(crowd::Path::welcome, 20);
  }
};

Crowd application;

/// All that the server sends for requests of which the last one closes the connection.
std::string ask(std::uint16_t port, const std::string& text) {
  const int client = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string received;
  if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::send(client, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size())) {
    char buffer[4096];
    for (ssize_t size = 0; (size = ::recv(client, buffer, sizeof buffer, 0)) > 0;) {
      received.append(buffer, static_cast<std::size_t>(size));
    }
  }
  ::close(client);
  return received;
}

std::string get(const std::string& path, bool last = false) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + (last ? "Connection: close\r\n" : "") + "\r\n";
}

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) {
    ++found;
  }
  return found;
}

int answered(std::uint16_t port) {
  int found = 0;
  for (int connection = 0; connection < connections; ++connection) {
    std::string text;
    for (int request = 1; request <= requests; ++request) {
      text += get(request % 2 == 0 ? "/hello" : "/welcome", request == requests);
    }
    found += count(ask(port, text), "HTTP/1.1 200 OK\r\n");
  }
  return found;
}

}  // namespace

int main() {
  const px::posix::Threads threads(crowd::site(application), {.port = 0}, servers);
  if (!threads.are_listening()) {
    std::fprintf(stderr, "%s\n", threads.error());
    return 1;
  }
  const std::uint16_t port = threads.endpoint().port();
  int answers[clients] = {};
  std::vector<std::thread> asking;
  for (int& each : answers) {
    asking.emplace_back([&each, port] { each = answered(port); });
  }
  asking.emplace_back([port] {
    for (int scrape = 0; scrape < 50; ++scrape) {
      (void)ask(port, get("/metrics", true));
    }
  });
  for (std::thread& thread : asking) {
    thread.join();
  }
  int sum = 0;
  for (const int each : answers) {
    sum += each;
  }

  constexpr int all = clients * connections * requests;
  const std::string page = ask(port, "GET /metrics HTTP/1.0\r\n\r\n");  // in one piece, without chunks
  bool right = sum == all;
  for (const std::string& line :
       {"greetings_total{path=\"hello\"} " + std::to_string(all / 2),
        "greetings_total{path=\"welcome\"} " + std::to_string(all / 2),
        "size_bytes_bucket{le=\"4.0\"} " + std::to_string(all / 2), "size_bytes_count " + std::to_string(all),
        "size_bytes_sum " + std::to_string(all / 2 * 23), std::string("inside 0")}) {
    if (page.find("\n" + line + "\n") == std::string::npos) {
      std::printf("no line: %s\n", line.c_str());
      right = false;
    }
  }
  const std::scoped_lock lock(application.mutex);
  std::printf("%d of %d requests by %zu servers\n", sum, all, application.threads.size());
  return right && application.threads.size() > 1 ? 0 : 1;
}
