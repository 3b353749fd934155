#include "prometheus_express/ports/sockets/lookup.hpp"

#include <array>
#include <utility>

namespace prometheus_express::sockets {
namespace {

/// Datagrams that are read in a poll: others may send to the socket, too.
constexpr int most_heard = 4;

using Memory = std::array<std::uint8_t, internet::largest_dns_message>;

}  // namespace

void Lookup::set_server(const internet::Ipv4& server) {
  internet::Addresses addresses;
  addresses.name_server = server;
  resolver_.note_addresses(addresses);
}

void Lookup::poll(Time now) {
  if (resolver_.state() != State::pending) {
    return;
  }
  if (is_asked_) {
    Memory memory;
    internet::Endpoint from;
    for (int left = most_heard; left != 0 && is_asked_; --left) {
      const std::size_t size = receive_datagram(socket_, memory, from);
      if (size == 0) {
        break;
      }
      is_asked_ = !resolver_.hear(std::span(memory).first(size), from, now);
    }
    if (is_asked_ && now - asked_ >= patience_) {
      is_asked_ = false;
      resolver_.give_up(now);
    }
  }
  if (!is_asked_ && resolver_.until_question(now) == Duration()) {
    ask(now);
  }
}

/// A question that cannot be sent is asked again as one is that nobody answers.
void Lookup::ask(Time now) {
  // Another port each time, so that an answer is not guessed easily (RFC 5452, 4.5).
  close_socket(std::exchange(socket_, open_datagrams()));
  Memory memory;
  const internet::Question question = resolver_.ask(memory, now);
  if (question.size == 0) {
    return;
  }
  is_asked_ = true;
  asked_ = now;
  patience_ = question.patience;
  if (socket_ != no_socket) {
    (void)send_datagram(socket_, std::span(memory).first(question.size), question.to);
  }
}

void Lookup::end() {
  close_socket(std::exchange(socket_, no_socket));
  is_asked_ = false;
  resolver_.end();
}

}  // namespace prometheus_express::sockets
