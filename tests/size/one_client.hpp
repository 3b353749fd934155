// A transport whose one client, in memory, sends a request; the answer goes to standard output, without carriage returns.
#pragma once

#include <cstddef>
#include <span>

#include "prometheus_express/transport/transport.hpp"
#include "semihosting.hpp"

namespace prometheus_express::target {

class OneClient final : public transport::Transport {
 public:
  explicit constexpr OneClient(const char* request) : request_(request) {}

  bool waiting() override { return waiting_; }
  bool accept(transport::Slot) override {
    waiting_ = false;
    return true;
  }
  transport::Transfer take(transport::Slot, std::span<char> into) override {
    std::size_t size = 0;
    for (; size < into.size() && *request_ != '\0'; ++size) {
      into[size] = *request_++;
    }
    return {size, transport::Link::open};
  }
  transport::Transfer offer(transport::Slot, std::span<const char> bytes) override {
    for (const char& c : bytes) {
      if (c != '\r') {
        write({&c, 1});
      }
    }
    return {bytes.size(), transport::Link::open};
  }
  void finish(transport::Slot) override {}
  void close(transport::Slot) override {}
  void abort(transport::Slot) override {}

 private:
  const char* request_;
  bool waiting_ = true;
};

inline constexpr const char* scrape = "GET /metrics HTTP/1.1\r\nHost: device\r\n\r\n";

}  // namespace prometheus_express::target
