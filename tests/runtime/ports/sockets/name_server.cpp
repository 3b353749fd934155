#include "name_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace {

constexpr std::uint16_t dns_port = 53;
std::uint16_t own_port = 0;

}  // namespace

extern "C" {

ssize_t __real_sendto(int, const void*, size_t, int, const sockaddr*, socklen_t);
ssize_t __real_recvfrom(int, void*, size_t, int, sockaddr*, socklen_t*);

ssize_t __wrap_sendto(int socket, const void* data, size_t size, int flags, const sockaddr* to,
                      socklen_t length) {
  sockaddr_in address = *reinterpret_cast<const sockaddr_in*>(to);
  if (address.sin_port == htons(dns_port)) {
    address.sin_port = htons(own_port);
  }
  return __real_sendto(socket, data, size, flags, reinterpret_cast<sockaddr*>(&address), length);
}

ssize_t __wrap_recvfrom(int socket, void* into, size_t size, int flags, sockaddr* from, socklen_t* length) {
  const ssize_t count = __real_recvfrom(socket, into, size, flags, from, length);
  auto& address = *reinterpret_cast<sockaddr_in*>(from);
  if (count >= 0 && address.sin_port == htons(own_port)) {
    address.sin_port = htons(dns_port);
  }
  return count;
}

}  // extern "C"

namespace name_server {
namespace {

/// The name of a question: labels behind their lengths, from byte 12 on (RFC 1035, 4.1.2).
std::string name_of(const std::vector<char>& question) {
  std::string name;
  for (std::size_t at = 12; question.at(at) != 0; at += static_cast<std::size_t>(question[at]) + 1) {
    name +=
        (name.empty() ? "" : ".") + std::string(&question[at + 1], static_cast<std::size_t>(question[at]));
  }
  return name;
}

}  // namespace

NameServer::NameServer(std::map<std::string, Entry> names)
    : names_(std::move(names)), socket_(::socket(AF_INET, SOCK_DGRAM, 0)) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    std::abort();
  }
  own_port = ntohs(address.sin_port);
}

NameServer::~NameServer() { (void)::close(socket_); }

void NameServer::step() {
  std::vector<char> message(512);
  sockaddr_in from = {};
  socklen_t size = sizeof from;
  const ssize_t count = __real_recvfrom(socket_, message.data(), message.size(), MSG_DONTWAIT,
                                        reinterpret_cast<sockaddr*>(&from), &size);
  if (count < 17) {
    return;
  }
  ++questions_;
  message.resize(static_cast<std::size_t>(count));
  const auto known = names_.find(name_of(message));
  const Entry entry = known == names_.end() ? Entry() : known->second;
  if (entry.answer == Answer::silence) {
    return;
  }
  constexpr char refused_by_server = 2;  // SERVFAIL
  constexpr char no_such_name = 3;       // NXDOMAIN
  message[2] = static_cast<char>(0x81);
  message[3] = static_cast<char>(0x80 | (entry.answer == Answer::failure        ? refused_by_server
                                         : entry.answer == Answer::no_such_name ? no_such_name
                                                                                : 0));
  message[7] = static_cast<char>(entry.addresses.size());
  for (const char* const text : entry.addresses) {
    constexpr std::array<char, 12> record = {
        '\xC0', 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4};  // the name asked for, A, IN, 60 s, 4 bytes
    message.insert(message.end(), record.begin(), record.end());
    in_addr address = {};
    (void)::inet_pton(AF_INET, text, &address);
    const char* const bytes = reinterpret_cast<const char*>(&address);
    message.insert(message.end(), bytes, bytes + 4);
  }
  (void)__real_sendto(socket_, message.data(), message.size(), 0, reinterpret_cast<sockaddr*>(&from), size);
}

}  // namespace name_server
