// Four servers of one site on threads of their own, and four clients that ask all of them while a fifth scrapes. In the
// end every request was counted: prints how many, and how many servers answered; the status is 1 where a sum is wrong.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <map>
#include <mutex>
#include <prometheus_express/host.hpp>
#include <set>
#include <sstream>
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
constexpr int names = 16;        // as many as the schema has places for

struct Crowd {
  crowd::Metrics metrics;
  std::mutex mutex;
  std::set<std::thread::id> threads;

  px::Status greet(const px::http::Request& request, crowd::Path path, double size) {
    metrics.inside.inc();
    metrics.greetings.labels(path).inc();
    metrics.callers.labels(request.query(), path).inc();
    metrics.visitors.labels(request.query()).inc();
    metrics.size.observe(size);
    metrics.inside.dec();
    const std::scoped_lock lock(mutex);
    threads.insert(std::this_thread::get_id());
    return px::Status::ok;
  }
  px::Status hello(const px::http::Request& request, px::http::Response&) {
    return greet(request, crowd::Path::hello, 3);
  }
  px::Status welcome(const px::http::Request& request, px::http::Response&) {
    return greet(request, crowd::Path::welcome, 20);
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

constexpr char whole_page[] = "GET /metrics HTTP/1.0\r\n\r\n";  // in one piece, without chunks

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

/// What one request adds to: the path's name and the caller's.
struct Greeting {
  const char* path;
  std::string name;
};

Greeting greeting(int connection, int request) {
  return {request % 2 == 0 ? "hello" : "welcome", "n" + std::to_string((connection + 3 * request) % names)};
}

/// All clients bring the same names at the same time.
int answered(std::uint16_t port) {
  int found = 0;
  for (int connection = 0; connection < connections; ++connection) {
    std::string text;
    for (int request = 1; request <= requests; ++request) {
      const auto [path, name] = greeting(connection, request);
      text += get(std::string("/") + path + "?" + name, request == requests);
    }
    found += count(ask(port, text), "HTTP/1.1 200 OK\r\n");
  }
  return found;
}

/// What the page says of the callers in the end.
std::map<std::string, int> callers() {
  std::map<std::string, int> lines;
  for (int connection = 0; connection < connections; ++connection) {
    for (int request = 1; request <= requests; ++request) {
      const auto [path, name] = greeting(connection, request);
      lines["callers_total{name=\"" + name + "\",path=\"" + path + "\"}"] += clients;
    }
  }
  return lines;
}

/// True when no series stands on the page twice.
bool is_unambiguous(const std::string& page) {
  std::set<std::string> seen;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.front() != '#' && !seen.insert(line.substr(0, line.rfind(' '))).second) {
      std::printf("twice on a page: %s\n", line.c_str());
      return false;
    }
  }
  return true;
}

}  // namespace

int main() {
  const px::host::Threads threads(crowd::site(application), {.port = 0}, servers);
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
  bool right = true;
  asking.emplace_back([port, &right] {
    for (int scrape = 0; scrape < 50; ++scrape) {
      right = is_unambiguous(ask(port, whole_page)) && right;
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
  const std::string page = ask(port, whole_page);
  right = right && sum == all && count(page, "\nvisitors_total{") == 2;
  std::vector<std::string> expected = {"greetings_total{path=\"hello\"} " + std::to_string(all / 2),
                                       "greetings_total{path=\"welcome\"} " + std::to_string(all / 2),
                                       "size_bytes_bucket{le=\"4.0\"} " + std::to_string(all / 2),
                                       "size_bytes_count " + std::to_string(all),
                                       "size_bytes_sum " + std::to_string(all / 2 * 23),
                                       "inside 0"};
  for (const auto& [series, value] : callers()) {
    expected.push_back(series + " " + std::to_string(value));
  }
  for (const std::string& line : expected) {
    if (page.find("\n" + line + "\n") == std::string::npos) {
      std::printf("no line: %s\n", line.c_str());
      right = false;
    }
  }
  const std::scoped_lock lock(application.mutex);
  std::printf("%d of %d requests by %zu servers\n", sum, all, application.threads.size());
  return right && application.threads.size() > 1 ? 0 : 1;
}
