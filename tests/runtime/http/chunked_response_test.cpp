// Bodies of every length through output buffers of several sizes, while the next request waits in the memory behind them.
#include "server_fixture.hpp"

namespace prometheus_express::http {
namespace {

template <std::uint16_t size>
void expect_bodies_through_buffer_of(std::size_t longest, std::size_t step = 1) {
  ServerFixture<Limits{.connections = 1, .output_buffer = size, .requests_per_connection = 65535}> fixture;
  ScriptedClient& client = fixture.transport.connect();
  const std::string request = get("/stream");
  for (std::size_t length = 1; length <= longest; length += step) {
    fixture.house.log = std::string(length, static_cast<char>('a' + length % 26));
    // The last byte brings the next request with it, which then waits while the response is sent.
    client.to_send = request.substr(0, request.size() - 1);
    fixture.settle();
    client.to_send = "\n" + get("/door");
    fixture.settle();
    ResponseReader reader(client.received);
    const ReadResponse response = reader.next();
    ASSERT_EQ(response.body, fixture.house.log) << size;
    EXPECT_EQ(response.chunks == 0, response.fields.contains("Content-Length")) << size << " " << length;
    ASSERT_EQ(reader.next().body, door_body) << size << " " << length;
    ASSERT_TRUE(reader.at_end()) << size << " " << length;
    client.received.clear();
  }
}

TEST(ChunkedResponse, EveryBodyLeavesTheNextRequestAlone) {
  expect_bodies_through_buffer_of<192>(1200);
  expect_bodies_through_buffer_of<256>(1200);
  expect_bodies_through_buffer_of<333>(1200);
}

TEST(ChunkedResponse, SizesOfAllDigitsHaveRoom) { expect_bodies_through_buffer_of<8192>(20000, 4093); }

}  // namespace
}  // namespace prometheus_express::http
