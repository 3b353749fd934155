// A transport in memory whose clients do what a test says, down to how many bytes move at a time.
//
//   ScriptedTransport transport;
//   ScriptedClient& client = transport.connect("GET / HTTP/1.1\r\n\r\n");
//   server.poll(now);
//   EXPECT_EQ(client.received, "HTTP/1.1 …");
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <limits>
#include <map>
#include <string>
#include <string_view>

#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

struct ScriptedClient {
  enum class State { waiting, accepted, closed, aborted };

  std::string to_send;                                            // not yet taken by the server
  std::string received;                                           // all that the server has sent
  std::size_t window = std::numeric_limits<std::size_t>::max();   // bytes that one offer moves at most
  std::size_t portion = std::numeric_limits<std::size_t>::max();  // bytes that one take moves at most
  bool half_closed = false;  // the end of its stream comes behind to_send
  bool lost = false;         // the connection was reset
  bool finished = false;     // the server has ended its stream
  bool unread_at_close = false;
  State state = State::waiting;

  [[nodiscard]] bool open() const { return state == State::waiting || state == State::accepted; }
};

class ScriptedTransport final : public transport::Transport {
 public:
  ScriptedClient& connect(std::string_view bytes = {}) {
    ScriptedClient& client = clients_.emplace_back();
    client.to_send = bytes;
    queue_.push_back(&client);
    return client;
  }

  bool accepting = true;  // false: the system lacks the means
  unsigned calls = 0;     // of every kind
  unsigned takes = 0;
  unsigned offers = 0;
  std::size_t moved = 0;  // bytes in both directions

  [[nodiscard]] bool waiting() override { return ++calls, !queue_.empty(); }

  [[nodiscard]] bool accept(transport::Slot slot) override {
    ++calls;
    if (!accepting || queue_.empty() || slots_.contains(slot)) {
      return false;
    }
    slots_[slot] = queue_.front();
    queue_.pop_front();
    slots_[slot]->state = ScriptedClient::State::accepted;
    return true;
  }

  [[nodiscard]] transport::Transfer take(transport::Slot slot, std::span<char> into) override {
    ++calls;
    ++takes;
    ScriptedClient& client = *slots_.at(slot);
    if (client.lost) {
      return {0, transport::Link::failed};
    }
    const std::size_t size = std::min({client.to_send.size(), client.portion, into.size()});
    std::copy_n(client.to_send.begin(), size, into.begin());
    client.to_send.erase(0, size);
    moved += size;
    return {size, size == 0 && client.half_closed ? transport::Link::ended : transport::Link::open};
  }

  [[nodiscard]] transport::Transfer offer(transport::Slot slot, std::span<const char> bytes) override {
    ++calls;
    ++offers;
    ScriptedClient& client = *slots_.at(slot);
    if (client.lost) {
      return {0, transport::Link::failed};
    }
    const std::size_t size = std::min(bytes.size(), client.window);
    client.received.append(bytes.data(), size);
    moved += size;
    return {size, transport::Link::open};
  }

  void finish(transport::Slot slot) override {
    ++calls;
    slots_.at(slot)->finished = true;
  }

  void close(transport::Slot slot) override { leave(slot, ScriptedClient::State::closed); }
  void abort(transport::Slot slot) override { leave(slot, ScriptedClient::State::aborted); }

  [[nodiscard]] std::size_t slots_in_use() const { return slots_.size(); }

 private:
  void leave(transport::Slot slot, ScriptedClient::State state) {
    ++calls;
    ScriptedClient& client = *slots_.at(slot);
    client.state = state;
    client.unread_at_close = !client.to_send.empty();
    slots_.erase(slot);
  }

  std::deque<ScriptedClient> clients_;
  std::deque<ScriptedClient*> queue_;
  std::map<transport::Slot, ScriptedClient*> slots_;
};

}  // namespace prometheus_express::http
