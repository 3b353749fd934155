// Each client has its own memory, and each thing of a request its own place in it.
#include <gtest/gtest.h>

#include <string>

#include "house.hpp"
#include "prometheus_express/http/server.hpp"
#include "response_reader.hpp"
#include "scripted_transport.hpp"

namespace prometheus_express::http {
namespace {

constexpr Limits limits{.connections = 2};
constexpr Route routes[] = {{Method::get, "/metrics", house::page, {}, {}},
                            {Method::post, "/config", house::write_config, {}, house::headers, limits.body}};

TEST(ServerMemory, ALargestBodyLeavesFieldsAndAnswersAlone) {
  House house;
  ScriptedTransport transport;
  Server<limits> server{Site<limits>{{routes, &house}}, transport};
  const auto settle = [&] {
    for (int count = 0; count < 1000; ++count) {
      static_cast<void>(server.poll(Time{}));
    }
  };
  const std::string note(100, 'n');
  const std::string body(limits.body, 'b');
  const std::string request =
      "POST /config HTTP/1.1\r\nHost: a\r\nX-Note: " + note + "\r\nContent-Length: 512\r\n\r\n" + body;

  for (const bool slow_first : {true, false}) {
    ScriptedClient& first =
        transport.connect(slow_first ? "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n" : request);
    first.window = slow_first ? 0 : first.window;  // a part of the page waits to be taken
    ScriptedClient& second =
        transport.connect(slow_first ? request : "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
    second.window = slow_first ? second.window : 0;
    settle();
    EXPECT_EQ(house.config, body);
    EXPECT_EQ(house.seen, "|" + note);
    first.window = second.window = 256;
    settle();
    EXPECT_EQ(ResponseReader(slow_first ? first.received : second.received).next().body, house_text);
    first.half_closed = second.half_closed = true;
    settle();
    house.config.clear();
    house.seen.clear();
  }
}

}  // namespace
}  // namespace prometheus_express::http
