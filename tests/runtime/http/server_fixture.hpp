// A server over a scripted transport, and the clock that its tests turn.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "house.hpp"
#include "prometheus_express/http/server.hpp"
#include "response_reader.hpp"
#include "scripted_transport.hpp"

namespace prometheus_express::http {

template <Limits limits = Limits{}>
class ServerFixture {
 public:
  House house;
  ScriptedTransport transport;
  Server<limits> server{site<limits>(house), transport};
  Time now{0xFFFFFF00};  // the clock wraps soon

  /// Polls until nothing more is to be done at this moment.
  Duration settle() {
    for (int count = 0; count < 10000; ++count) {
      const std::size_t before = transport.moved;
      const Duration pause = server.poll(now);
      if (pause != Duration() && transport.moved == before) {
        return pause;
      }
    }
    ADD_FAILURE() << "does not come to rest";
    return {};
  }

  void wait(Duration span) { now = now + span; }

  /// What a new client receives for these bytes.
  std::string exchange(std::string_view bytes) {
    ScriptedClient& client = transport.connect(bytes);
    settle();
    client.half_closed = true;
    settle();
    return client.received;
  }

  ReadResponse ask(std::string_view bytes, bool bodiless = false) {
    const std::string received = exchange(bytes);
    ResponseReader reader(received);
    ReadResponse response = reader.next(bodiless);
    EXPECT_TRUE(reader.at_end()) << received;
    return response;
  }
};

inline std::string get(std::string_view path, std::string_view lines = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: house\r\n" + std::string(lines) + "\r\n";
}

}  // namespace prometheus_express::http
