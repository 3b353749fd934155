// Bodies that reach the application piece by piece.
#include "server_fixture.hpp"

namespace prometheus_express::http {
namespace {

std::string put(std::string_view body, std::string_view lines = "") {
  return "PUT /firmware HTTP/1.1\r\nHost: a\r\n" + std::string(lines) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

const std::string chunked_head = "PUT /firmware HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

/// More than the buffer of bodies and the input buffer hold.
const std::string image = [] {
  std::string text;
  while (text.size() < 2000) {
    text += "block " + std::to_string(text.size()) + "\n";
  }
  text.resize(2000);
  return text;
}();

TEST(StreamedBody, ArrivesWholeInPiecesOfAnySize) {
  for (const std::size_t portion : {1U, 2U, 63U, 64U, 65U, 5000U}) {
    ServerFixture<Limits{.body = 0}> fixture;
    ScriptedClient& client = fixture.transport.connect(put(image, "X-Note: v2\r\n") + get("/door"));
    client.portion = portion;
    fixture.settle();
    ResponseReader reader(client.received);
    EXPECT_EQ(reader.next().body, "2000");
    EXPECT_EQ(reader.next().body, door_body);
    EXPECT_EQ(fixture.house.firmware, image) << portion;
    EXPECT_EQ(fixture.house.seen, "v2");
    EXPECT_EQ(fixture.house.started, 1);
    EXPECT_EQ(fixture.house.uploaded, 1);
    EXPECT_EQ(fixture.house.aborted, 0);
  }
}

TEST(StreamedBody, IsDecodedFromChunks) {
  for (const std::size_t portion : {1U, 64U, 5000U}) {
    ServerFixture fixture;
    ScriptedClient& client =
        fixture.transport.connect(chunked_head + "3\r\nabc\r\n5;x=y\r\ndefgh\r\n0\r\n\r\n" + get("/door"));
    client.portion = portion;
    fixture.settle();
    ResponseReader reader(client.received);
    EXPECT_EQ(reader.next().body, "8");
    EXPECT_EQ(reader.next().body, door_body);
    EXPECT_EQ(fixture.house.firmware, "abcdefgh");
  }
}

TEST(StreamedBody, MayBeEmpty) {
  ServerFixture fixture;
  EXPECT_EQ(fixture.ask(put("")).body, "0");
  EXPECT_EQ(fixture.house.started, 1);
  EXPECT_EQ(fixture.house.uploaded, 1);
}

TEST(StreamedBody, ThatIsTooLongIsNotStartedOrIsAborted) {
  ServerFixture fixture;
  EXPECT_EQ(fixture.ask(put(image + "x")).code, 413);
  EXPECT_EQ(fixture.house.started, 0);
  EXPECT_EQ(fixture.ask(chunked_head + "7d0\r\n" + image + "\r\n1\r\nx\r\n0\r\n\r\n").code, 413);
  EXPECT_EQ(fixture.house.started, 1);
  EXPECT_EQ(fixture.house.aborted, 1);
  EXPECT_EQ(fixture.ask("PUT /firmware HTTP/1.1\r\nHost: a\r\n\r\n").code, 411);
}

TEST(StreamedBody, CanBeRefusedBeforeItIsSent) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(
      "PUT /firmware?locked HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().code, 403);
  EXPECT_TRUE(client.finished);
  EXPECT_EQ(fixture.house.started + fixture.house.uploaded + fixture.house.aborted, 0);
}

TEST(StreamedBody, IsAwaitedWithAnInterimAnswer) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(
      "PUT /firmware HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  fixture.settle();
  EXPECT_EQ(client.received, "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(fixture.house.started, 1);
  client.to_send = "ok";
  fixture.settle();
  EXPECT_EQ(fixture.house.firmware, "ok");
  EXPECT_EQ(fixture.house.uploaded, 1);
}

TEST(StreamedBody, ThatTheApplicationRejectsEndsTheConnection) {
  ServerFixture fixture;
  const ReadResponse response = fixture.ask(put("ab!cd") + get("/door"));
  EXPECT_EQ(response.code, 400);
  EXPECT_EQ(response.field("Connection"), "close");
  EXPECT_EQ(fixture.house.aborted, 1);
  EXPECT_EQ(fixture.house.uploaded, 0);
  EXPECT_EQ(fixture.server.failures(), 1U);
}

TEST(StreamedBody, IsAbortedWhenItsClientGoes) {
  for (const bool in_order : {true, false}) {
    ServerFixture fixture;
    ScriptedClient& client = fixture.transport.connect(put(image).substr(0, 500));
    fixture.settle();
    EXPECT_EQ(fixture.house.aborted, 0);
    client.half_closed = in_order;
    client.lost = !in_order;
    fixture.settle();
    EXPECT_EQ(fixture.house.aborted, 1);
    EXPECT_EQ(fixture.house.uploaded, 0);
  }
}

TEST(StreamedBody, IsAbortedWhenItIsMalformed) {
  ServerFixture fixture;
  EXPECT_EQ(fixture.ask(chunked_head + "2\r\nab\r\nx").code, 400);
  EXPECT_EQ(fixture.house.aborted, 1);
}

TEST(StreamedBody, HasTheTimeOfARequestForEachKibibyte) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(put(image).substr(0, put(image).size() - 2000));
  fixture.settle();
  for (const std::size_t end : {1000U, 1030U}) {
    fixture.wait({9900});
    client.to_send = image.substr(fixture.house.firmware.size(), end - fixture.house.firmware.size());
    fixture.settle();
    EXPECT_EQ(fixture.house.aborted, end == 1000 ? 0 : 1);
  }
  EXPECT_EQ(ResponseReader(client.received).next().code, 408);

  ScriptedClient& steady = fixture.transport.connect(put(image).substr(0, put(image).size() - 2000));
  fixture.settle();
  for (const std::size_t size : {1024U, 976U}) {
    fixture.wait({9900});
    steady.to_send = std::string(size, 'x');
    fixture.settle();
  }
  EXPECT_EQ(ResponseReader(steady.received).next().body, "2000");
}

TEST(StreamedBody, IsReceivedFromOneClientAtATime) {
  ServerFixture fixture;
  ScriptedClient& first = fixture.transport.connect(put(image).substr(0, 500));
  fixture.settle();
  EXPECT_EQ(fixture.ask(put("ab")).code, 503);
  EXPECT_EQ(fixture.house.started, 1);
  EXPECT_EQ(fixture.house.aborted, 0);
  first.lost = true;
  fixture.settle();
  EXPECT_EQ(fixture.ask(put("ab")).body, "2");
}

TEST(StreamedBody, IsAbortedWhenItsPlaceIsNeeded) {
  ServerFixture<Limits{.connections = 1}> fixture;
  fixture.transport.connect(put(image).substr(0, 500));
  fixture.settle();
  fixture.wait({100});
  EXPECT_EQ(fixture.ask(get("/door")).body, door_body);
  EXPECT_EQ(fixture.house.aborted, 1);
}

TEST(Body, LimitsAreToldToThoseWhomTheMiddlewareLetsIn) {
  ServerFixture fixture;
  const std::string head = "PUT /config HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(fixture.ask(head + "Content-Length: 65\r\n\r\n").code, 401);
  EXPECT_EQ(fixture.ask(head + "\r\n").code, 401);
  const std::string known = head + "Authorization: Bearer key\r\n";
  EXPECT_EQ(fixture.ask(known + "Content-Length: 65\r\n\r\n").code, 413);
  EXPECT_EQ(fixture.ask(known + "\r\n").code, 411);
  EXPECT_EQ(fixture.house.handled, 0);
}

}  // namespace
}  // namespace prometheus_express::http
