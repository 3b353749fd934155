#include "prometheus_express/http/server.hpp"

#include "server_fixture.hpp"

namespace prometheus_express::http {
namespace {

constexpr std::string_view continue_head = "HTTP/1.1 100 Continue\r\n\r\n";

constexpr Limits roomy{.output_buffer = 2048};
constexpr Limits roomy_input{.input_buffer = 1024};

House constant_house;
ScriptedTransport constant_transport;
constexpr Site<Limits{.connections = 1}> constant_site{{house::routes, &constant_house}};
constinit Server constant_server(constant_site, constant_transport);

TEST(Server, IsConstantInitialisedWithTheLimitsOfItsSite) {
  static_assert(std::is_same_v<decltype(constant_server), Server<Limits{.connections = 1}>>);
  ScriptedClient& client = constant_transport.connect(get("/door"));
  constant_server.poll({});
  EXPECT_EQ(ResponseReader(client.received).next().body, door_body);
}

TEST(Server, AnswersASmallPageWithItsLengthInOneOffer) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(get("/door"));
  fixture.settle();
  EXPECT_EQ(client.received,
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: "
            "38\r\n\r\n" +
                std::string(door_body));
  EXPECT_EQ(fixture.transport.offers, 1U);
}

TEST(Server, SendsALongPageInChunks) {
  ServerFixture fixture;
  const ReadResponse response = fixture.ask(get("/metrics"));
  EXPECT_EQ(response.code, 200);
  EXPECT_EQ(response.field("Transfer-Encoding"), "chunked");
  EXPECT_EQ(response.field("Connection"), "");
  EXPECT_EQ(response.body, house_text);
  EXPECT_GT(response.chunks, 1U);
}

TEST(Server, SendsTheSamePageWithItsLengthWhereTheBufferHoldsIt) {
  ServerFixture<roomy> fixture;
  const ReadResponse response = fixture.ask(get("/metrics"));
  EXPECT_EQ(response.field("Content-Length"), std::to_string(house_text.size()));
  EXPECT_EQ(response.body, house_text);
}

template <std::uint16_t size>
void expect_page_through_buffer_of() {
  for (const std::string_view method : {"GET", "HEAD"}) {
    ServerFixture<Limits{.output_buffer = size}> fixture;
    const std::string request = std::string(method) + " /metrics HTTP/1.1\r\nHost: a\r\n\r\n";
    const ReadResponse response = fixture.ask(request, method == "HEAD");
    EXPECT_EQ(response.body, method == "HEAD" ? "" : house_text);
    EXPECT_EQ(response.fields.contains("Content-Length"), size >= 103 + house_text.size()) << size;
  }
}

TEST(Server, SendsThePageThroughEveryBuffer) {
  expect_page_through_buffer_of<192>();
  expect_page_through_buffer_of<200>();
  expect_page_through_buffer_of<333>();
  expect_page_through_buffer_of<512>();
  expect_page_through_buffer_of<1460>();
}

TEST(Server, EveryWindowAndPortionGivesTheSame) {
  for (const std::string_view path :
       {"/metrics", "/door", "/config", "/text", "/stream", "/fail?no_space", "/nowhere"}) {
    for (const std::string_view version : {"1.0", "1.1"}) {
      const std::string request =
          "GET " + std::string(path) + " HTTP/" + std::string(version) + "\r\nHost: a\r\n\r\n";
      ServerFixture whole;
      const std::string expected = whole.exchange(request);
      for (const std::size_t window : {1U, 2U, 3U, 7U, 64U, 255U, 1460U}) {
        ServerFixture fixture;
        ScriptedClient& client = fixture.transport.connect(request);
        client.window = window;
        client.portion = window;
        fixture.settle();
        EXPECT_EQ(client.received, expected) << path << " " << window;
      }
    }
  }
}

TEST(Server, HeadIsGetWithoutBody) {
  for (const std::string path : {"/metrics", "/door", "/config", "/text", "/stream", "/fail", "/nowhere"}) {
    for (const std::string version : {"1.0", "1.1"}) {
      const std::string rest = " " + path + " HTTP/" + version + "\r\nHost: a\r\n\r\n";
      ServerFixture fixture;
      const std::string full = fixture.exchange("GET" + rest);
      const std::string head = fixture.exchange("HEAD" + rest);
      EXPECT_EQ(head, full.substr(0, full.find("\r\n\r\n") + 4)) << path;
      EXPECT_EQ(fixture.ask("HEAD" + rest, true).fields, ResponseReader(full).next().fields);
    }
  }
}

TEST(Server, Http10GetsNoChunksAndTheEndOfTheConnection) {
  ServerFixture fixture;
  ScriptedClient& client =
      fixture.transport.connect("GET /metrics HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  fixture.settle();
  ResponseReader reader(client.received);
  const ReadResponse response = reader.next();
  EXPECT_EQ(response.field("Connection"), "close");
  EXPECT_FALSE(response.fields.contains("Transfer-Encoding"));
  EXPECT_EQ(response.body, house_text);
  EXPECT_TRUE(client.finished);
}

TEST(Server, Http10KeepsTheConnectionWhenAsked) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect("GET /door HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().field("Connection"), "keep-alive");
  EXPECT_FALSE(client.finished);
  client.to_send = "GET /door HTTP/1.0\r\n\r\n";
  client.received.clear();
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().field("Connection"), "close");
  EXPECT_TRUE(client.finished);
}

TEST(Server, KeepsTheConnectionOfHttp11UntilToldToClose) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(get("/door"));
  fixture.settle();
  EXPECT_FALSE(client.finished);
  client.to_send = get("/door", "Connection: foo, close\r\n");
  fixture.settle();
  ResponseReader reader(client.received);
  EXPECT_EQ(reader.next().field("Connection"), "");
  EXPECT_EQ(reader.next().field("Connection"), "close");
  EXPECT_TRUE(reader.at_end());
  EXPECT_TRUE(client.finished);
  EXPECT_TRUE(client.open());
  client.half_closed = true;
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::closed);
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(
      get("/door") +
      "PUT /config HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer key\r\nContent-Length: 7\r\n\r\n{\"a\":1}" +
      get("/config") + get("/nowhere") + get("/metrics") + get("/door"));
  fixture.settle();
  ResponseReader reader(client.received);
  EXPECT_EQ(reader.next().body, door_body);
  EXPECT_EQ(reader.next().code, 204);
  EXPECT_EQ(reader.next().body, "{\"a\":1}");
  EXPECT_EQ(reader.next().code, 404);
  EXPECT_EQ(reader.next().body, house_text);
  EXPECT_EQ(reader.next().body, door_body);
  EXPECT_TRUE(reader.at_end());
}

TEST(Server, HandlersSeeDecodedPathsQueriesHeadersAndBodies) {
  ServerFixture fixture;
  fixture.ask(get("/c%6Fnfig?a=%20b"));
  EXPECT_EQ(fixture.house.seen, "/config?a=%20b");
  const ReadResponse response = fixture.ask(
      "POST /config HTTP/1.1\r\nHost: a\r\nx-note: 1\r\nX-NOTE: 2\r\nTransfer-Encoding: "
      "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  EXPECT_EQ(response.code, 204);
  EXPECT_FALSE(response.fields.contains("Content-Length"));
  EXPECT_EQ(fixture.house.config, "abcde");
  EXPECT_EQ(fixture.house.seen, "|1, 2");
}

TEST(Server, MiddlewareRunsInOrderBeforeTheBodyIsRead) {
  ServerFixture fixture;
  const std::string start =
      "PUT /config HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n";
  ScriptedClient& client = fixture.transport.connect(start + "Authorization: Bearer key\r\n\r\n");
  fixture.settle();
  EXPECT_EQ(fixture.house.guarded, 11);
  EXPECT_EQ(fixture.house.handled, 0);
  EXPECT_EQ(client.received, continue_head);
  client.to_send = "ab";
  fixture.settle();
  EXPECT_EQ(fixture.house.guarded, 11);
  EXPECT_EQ(client.received, std::string(continue_head) + "HTTP/1.1 204 No Content\r\n\r\n");
  EXPECT_EQ(fixture.house.config, "ab");
}

TEST(Server, MiddlewareThatRespondsKeepsTheHandlerFromBeingCalled) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(
      "PUT /config HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\nAuthorization: "
      "no\r\n\r\n");
  fixture.settle();
  EXPECT_EQ(fixture.house.guarded, 1);
  EXPECT_EQ(client.received,
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\nContent-Length: 0\r\nConnection: "
            "close\r\n\r\n");
  client.to_send = "ab" + get("/door");  // sent all the same: dropped, not read as a request
  client.half_closed = true;
  fixture.settle();
  EXPECT_EQ(fixture.house.handled, 0);
  EXPECT_EQ(client.received.find("200"), std::string::npos);
  EXPECT_EQ(client.state, ScriptedClient::State::closed);
  EXPECT_FALSE(client.unread_at_close);
}

TEST(Server, AnInterimAnswerLeavesWholeBeforeTheFinalOne) {
  const std::string head =
      "POST /config HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(head + "ab");
  client.portion = 1;
  client.window = 1;
  fixture.settle();
  EXPECT_EQ(client.received, std::string(continue_head) + "HTTP/1.1 204 No Content\r\n\r\n");
}

TEST(Server, NoInterimAnswerIsNeededWhereTheBodyIsThere) {
  ServerFixture<roomy_input> fixture;
  EXPECT_EQ(fixture.exchange(
                "POST /config HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab"),
            "HTTP/1.1 204 No Content\r\n\r\n");
}

TEST(Server, ARoutesBodyIsNoLargerThanTheServers) {
  ServerFixture<Limits{.body = 8}> fixture;
  const std::string head = "POST /config HTTP/1.1\r\nHost: a\r\nContent-Length: ";
  EXPECT_EQ(fixture.ask(head + "8\r\n\r\n12345678").code, 204);
  EXPECT_EQ(fixture.ask(head + "9\r\n\r\n123456789").code, 413);
}

TEST(Server, SendsNoInterimAnswerInVain) {
  ServerFixture fixture;
  const std::string expect = "Host: a\r\nExpect: 100-continue\r\n";
  EXPECT_EQ(fixture.ask("POST /config HTTP/1.1\r\n" + expect + "Content-Length: 0\r\n\r\n").code, 204);
  EXPECT_EQ(fixture.ask("POST /config HTTP/1.1\r\n" + expect + "Content-Length: 65\r\n\r\n").code, 413);
  EXPECT_EQ(fixture.ask("POST /nowhere HTTP/1.1\r\n" + expect + "Content-Length: 1\r\n\r\n").code, 404);
  EXPECT_EQ(fixture.ask("POST /config HTTP/1.0\r\n" + expect + "Content-Length: 1\r\n\r\na").code, 204);
}

TEST(Server, SendsNoInterimAnswerToHttp10) {
  ServerFixture fixture;
  ScriptedClient& client =
      fixture.transport.connect("POST /config HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
  fixture.settle();
  EXPECT_EQ(client.received, "");
  client.to_send = "a";
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().code, 204);
  EXPECT_EQ(fixture.house.config, "a");
}

TEST(Server, RefusesWithTheRightStatus) {
  ServerFixture fixture;
  EXPECT_EQ(fixture.ask(get("/nowhere")).code, 404);
  const ReadResponse response = fixture.ask("DELETE /config HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(response.code, 405);
  EXPECT_EQ(response.field("Allow"), "GET, HEAD, POST, PUT, OPTIONS");
  EXPECT_EQ(response.body, "Method Not Allowed");
  EXPECT_EQ(fixture.ask("BREW /config HTTP/1.1\r\nHost: a\r\n\r\n").code, 501);
  EXPECT_EQ(fixture.ask("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n").code, 501);
  EXPECT_EQ(fixture.ask("POST /config HTTP/1.1\r\nHost: a\r\n\r\n").code, 411);
  EXPECT_EQ(fixture.ask("GET / HTTP/3.0\r\nHost: a\r\n\r\n").code, 505);
  EXPECT_EQ(fixture.ask(get("/" + std::string(300, 'a'))).code, 414);
  EXPECT_EQ(fixture.ask(get("/config?" + std::string(300, 'a'))).code, 414);
  EXPECT_EQ(fixture.ask(get("/", "A: " + std::string(9000, 'a') + "\r\n")).code, 431);
  EXPECT_EQ(fixture.ask(get("/", "Expect: more\r\n")).code, 417);
  EXPECT_EQ(fixture.ask("GET /nowhere HTTP/1.1\r\n\r\n").code, 400);
  EXPECT_EQ(
      fixture.ask("DELETE /config HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")
          .code,
      400);
  EXPECT_EQ(fixture.house.handled, 0);
}

TEST(Server, ALongQueryIsNothingToAPage) {
  ServerFixture fixture;
  const std::string query = "?" + std::string(300, 'a');
  EXPECT_EQ(fixture.ask(get("/metrics" + query)).code, 200);
  EXPECT_EQ(fixture.ask(get("/nowhere" + query)).code, 404);
  ScriptedClient& client = fixture.transport.connect(get("/config" + query) + get("/config?a"));
  fixture.settle();
  ResponseReader reader(client.received);
  EXPECT_EQ(reader.next().code, 414);  // its handler might need what is missing
  EXPECT_EQ(reader.next().code, 200);
}

// Two readers could find two ends of such a body, so nothing behind the head is read (RFC 9112 section 6.1).
TEST(Server, ABodyWithTwoLengthsGetsOneAnswerAndTheEndOfTheConnection) {
  for (const std::string fields : {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                                   "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"}) {
    ServerFixture fixture;
    ScriptedClient& client = fixture.transport.connect("POST /config HTTP/1.1\r\nHost: a\r\n" + fields +
                                                       "\r\n0\r\n\r\n" + get("/config"));
    fixture.settle();
    ResponseReader reader(client.received);
    const ReadResponse response = reader.next();
    EXPECT_EQ(response.code, 400) << fields;
    EXPECT_EQ(response.field("Connection"), "close") << fields;
    EXPECT_TRUE(reader.at_end()) << client.received;
    EXPECT_TRUE(client.finished) << fields;
    EXPECT_EQ(fixture.house.handled, 0) << fields;
  }
}

TEST(Server, AnswersOptions) {
  ServerFixture fixture;
  ReadResponse response = fixture.ask("OPTIONS /config HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(response.code, 204);
  EXPECT_EQ(response.field("Allow"), "GET, HEAD, POST, PUT, OPTIONS");
  response = fixture.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(response.code, 204);
  EXPECT_EQ(response.field("Allow"), "GET, HEAD, POST, PUT, OPTIONS");
  EXPECT_EQ(fixture.ask("OPTIONS /nowhere HTTP/1.1\r\nHost: a\r\n\r\n").code, 404);
}

TEST(Server, TakesBodiesToTheLastByte) {
  ServerFixture fixture;
  const auto post = [](std::size_t size) {
    return "POST /config HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
           std::string(size, 'x');
  };
  EXPECT_EQ(fixture.ask(post(64)).code, 204);
  EXPECT_EQ(fixture.house.config, std::string(64, 'x'));
  EXPECT_EQ(fixture.ask(post(65)).code, 413);
}

TEST(Server, DropsABodyThatMeansNothing) {
  ServerFixture fixture;
  const std::string body = get("/config");
  const std::string request =
      get("/door", "Content-Length: " + std::to_string(body.size()) + "\r\n") + body + get("/text");
  ScriptedClient& client = fixture.transport.connect(request);
  fixture.settle();
  ResponseReader reader(client.received);
  EXPECT_EQ(reader.next().body, door_body);
  EXPECT_EQ(reader.next().body, long_text);
  EXPECT_TRUE(reader.at_end());
  EXPECT_EQ(fixture.ask(get("/door", "Content-Length: 513\r\n")).code, 413);
  EXPECT_EQ(fixture.ask("POST /reset HTTP/1.1\r\nHost: a\r\n\r\n").code, 200);
  EXPECT_EQ(fixture.ask("POST /reset HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na").code, 413);
}

TEST(Server, AHandlersFailureReplacesWhatItHadBegun) {
  ServerFixture fixture;
  const auto code = [&](const std::string& query) {
    const ReadResponse response = fixture.ask(get("/fail?" + query));
    EXPECT_FALSE(response.fields.contains("X-Half")) << query;
    EXPECT_EQ(response.body, response.reason) << query;
    return response.code;
  };
  EXPECT_EQ(code("invalid_argument"), 400);
  EXPECT_EQ(code("not_found"), 404);
  EXPECT_EQ(code("no_space"), 500);
  EXPECT_EQ(code("unavailable"), 503);
  EXPECT_EQ(code("status"), 500);
  EXPECT_EQ(code("injection"), 500);
  EXPECT_EQ(code("type"), 500);
  const ReadResponse response = fixture.ask(get("/fail?teapot"));
  EXPECT_EQ(response.code, 418);
  EXPECT_EQ(response.reason, "");
  EXPECT_EQ(response.field("X-Half"), "done");
  EXPECT_EQ(response.body, "half of");
}

TEST(Server, AFieldThatAHandlerCannotSetIsA500) {
  const auto answer = [](std::string_view name, std::string_view value) {
    ServerFixture fixture;
    fixture.house.field_name = name;
    fixture.house.field_value = value;
    return fixture.exchange(get("/field"));
  };
  using namespace std::string_view_literals;
  EXPECT_EQ(answer("X-!#$%&'*+.^_`|~9", "a\t\x80z"),
            "HTTP/1.1 200 OK\r\nX-!#$%&'*+.^_`|~9: a\t\x80z\r\nContent-Length: 0\r\n\r\n");
  const std::string refused = answer("X-Note", "a\r\nb");
  EXPECT_EQ(ResponseReader(refused).next().code, 500);
  for (const std::string_view name :
       {""sv, ":"sv, "Bad Name: x"sv, "X-Note "sv, "X-Note:"sv, "(X)"sv, "X\x80"sv, "X\r\nY"sv, "X\0Y"sv}) {
    EXPECT_EQ(answer(name, "x"), refused) << name;
  }
  for (const std::string_view value : {"\n"sv, "a\r"sv, "a\0"sv, "\x7F"sv, "\x1F"sv}) {
    EXPECT_EQ(answer("X-Note", value), refused) << value;
  }
}

TEST(Server, AnErrorBehindHeadHasItsBody) {
  ServerFixture fixture;
  const std::string received = fixture.exchange("HEAD /door HTTP/1.1\r\nHost: a\r\n\r\n:");
  ResponseReader reader(received);
  EXPECT_EQ(reader.next(true).code, 200);
  EXPECT_EQ(reader.next().body, "Bad Request");
  EXPECT_TRUE(reader.at_end());
}

TEST(Server, TellsTheStatusOfEveryAnswerOnce) {
  static std::string told;
  told.clear();
  constexpr Limits counting{.parts = {.counts = true}};
  House house;
  ScriptedTransport transport;
  Site<counting> counted = site<counting>(house);
  counted.count = [](void* application, std::uint16_t code) {
    EXPECT_NE(application, nullptr);
    told += std::to_string(code) + " ";
  };
  Server<counting> server(counted, transport);
  ScriptedClient& client =
      transport.connect(get("/metrics") + get("/nowhere") + get("/fail?injection") + get("/fail?teapot") +
                        "HEAD /door HTTP/1.1\r\nHost: a\r\n\r\n" + "x");
  client.half_closed = true;
  for (int polls = 0; polls < 100; ++polls) {
    server.poll({});
  }
  EXPECT_EQ(told, "200 404 500 418 200 400 ");
}

TEST(Server, SendsConstantTextOfAnyLength) {
  ServerFixture fixture;
  const ReadResponse response = fixture.ask(get("/text"));
  EXPECT_EQ(response.field("Content-Length"), std::to_string(long_text.size()));
  EXPECT_EQ(response.body, long_text);
}

TEST(Server, StreamsABodyThatACallbackWrites) {
  ServerFixture fixture;
  ReadResponse response = fixture.ask(get("/stream"));
  EXPECT_EQ(response.field("Content-Type"), "text/csv");
  EXPECT_EQ(response.field("Transfer-Encoding"), "chunked");
  EXPECT_EQ(response.body, fixture.house.log);
  fixture.house.log = "short";
  response = fixture.ask(get("/stream"));
  EXPECT_EQ(response.field("Content-Length"), "5");
  EXPECT_EQ(response.body, "short");
  EXPECT_EQ(fixture.ask(get("/stream?empty")).field("Content-Length"), "0");
}

TEST(Server, CountsWhatHandlersFailToAnswer) {
  ServerFixture fixture;
  fixture.ask(get("/fail?teapot"));
  fixture.ask(get("/nowhere"));
  EXPECT_EQ(fixture.server.failures(), 0U);
  fixture.ask(get("/fail?unavailable"));
  fixture.ask(get("/fail?injection"));
  EXPECT_EQ(fixture.server.failures(), 2U);
}

TEST(Server, AHalfClosedClientGetsItsAnswers) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(get("/metrics") + get("/door"));
  client.half_closed = true;
  client.window = 5;
  fixture.settle();
  ResponseReader reader(client.received);
  EXPECT_EQ(reader.next().body, house_text);
  EXPECT_EQ(reader.next().body, door_body);
  EXPECT_EQ(client.state, ScriptedClient::State::closed);
}

TEST(Server, AnIncompleteRequestIsABadOne) {
  ServerFixture fixture;
  EXPECT_EQ(fixture.ask("GET / HT").code, 400);
  EXPECT_EQ(fixture.ask("POST /config HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc").code, 400);
  EXPECT_EQ(fixture.exchange(""), "");
  EXPECT_EQ(fixture.exchange("\r\n"), "");
  EXPECT_EQ(fixture.house.handled, 0);
}

TEST(Server, AfterAnErrorTheAnswerLeavesBeforeTheConnectionEnds) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect("nonsense\r\n" + std::string(5000, 'x'));
  client.window = 3;
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().field("Connection"), "close");
  EXPECT_TRUE(client.finished);
  EXPECT_TRUE(client.to_send.empty());
  EXPECT_TRUE(client.open());
  client.half_closed = true;
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::closed);
}

TEST(Server, ClosesAfterTheAgreedNumberOfRequests) {
  ServerFixture<Limits{.requests_per_connection = 2}> fixture;
  ScriptedClient& client = fixture.transport.connect(get("/door") + get("/nowhere") + get("/door"));
  fixture.settle();
  ResponseReader reader(client.received);
  EXPECT_EQ(reader.next().field("Connection"), "");
  EXPECT_EQ(reader.next().field("Connection"), "close");
  EXPECT_TRUE(reader.at_end());
  EXPECT_TRUE(client.finished);
}

TEST(Server, AResetFreesThePlaceAtEveryPoint) {
  const std::string request = get("/metrics");
  for (std::size_t at = 0; at <= request.size(); ++at) {
    ServerFixture fixture;
    ScriptedClient& client = fixture.transport.connect(request.substr(0, at));
    client.window = 100;
    fixture.server.poll(fixture.now);
    client.lost = true;
    fixture.settle();
    EXPECT_EQ(fixture.transport.slots_in_use(), 0U) << at;
  }
}

}  // namespace
}  // namespace prometheus_express::http
