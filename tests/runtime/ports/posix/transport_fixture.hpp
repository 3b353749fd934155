// A transport of four connections that listens on a free port, with the echo server over it.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "echo.hpp"
#include "prometheus_express/ports/posix_tcp/tcp.hpp"
#include "system_calls.hpp"

namespace echo {

class Transport : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok) << tcp.error(); }

  bool run_until(const std::function<bool()>& done) { return run(tcp, server, done); }

  bool receives(Client& client, std::size_t size) {
    return run_until([&] {
      client.receive();
      return client.received.size() >= size;
    });
  }

  bool ends(Client& client) {
    return run_until([&] {
      client.receive();
      return client.ended || client.error != 0;
    });
  }

  // Accepts the next client and offers until neither the system nor the port takes more; says how many bytes
  // they took.
  std::size_t fill(Slot slot) {
    while (!tcp.waiting()) {
      tcp.wait(Duration{50});
    }
    EXPECT_TRUE(tcp.accept(slot));
    std::size_t accepted = 0;
    const std::string bytes(5000, 'x');
    for (int idle = 0; idle < 50; ++idle) {  // the system moves bytes on for a moment after it took them
      for (std::size_t last = bytes.size(); last == bytes.size();) {
        last = tcp.offer(slot, bytes).bytes;
        accepted += last;
        idle = last == 0 ? idle : 0;
      }
      tcp.wait(Duration{1});
    }
    return accepted;
  }

  system_calls::Watch watch;
  posix::Tcp<4> tcp;
  Server server{tcp, 4};
};

}  // namespace echo
