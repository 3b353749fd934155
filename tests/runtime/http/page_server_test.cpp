// Servers of pages only, with none of the other parts linked; and that each part of the server compiles by itself.
#include "server_fixture.hpp"

namespace prometheus_express::http {

template class Responder<all_parts>;
template class Connection<all_parts>;
template class Dispatcher<all_parts>;
template class RequestReader<all_parts>;
template class RequestParser<all_parts>;
template class RequestFields<all_parts>;
template class ResponseWriter<all_parts>;
template class ResponseHead<all_parts>;

namespace {

constexpr Parts pages_only = {.handlers = false,
                              .headers = false,
                              .bodies = false,
                              .streams = false,
                              .pieces = false,
                              .phrases = false};
constexpr Limits bare{.body = 0, .output_buffer = 1024, .parts = pages_only};

constexpr Limits with_phrases() {
  Limits limits = bare;
  limits.parts.phrases = true;
  return limits;
}
constexpr Limits with_pieces() {
  Limits limits = bare;
  limits.output_buffer = 192;
  limits.parts.pieces = true;
  return limits;
}

constexpr Route pages[] = {
    {Method::get, "/metrics", house::page, {}, {}},
    {Method::get, "/door", house::small_page, {}, {}},
};

template <Limits limits = bare>
class PageServer {
 public:
  /// What a client receives for these bytes.
  std::string exchange(std::string_view bytes) {
    ScriptedClient& client = transport_.connect(bytes);
    client.half_closed = true;
    for (int polls = 0; polls < 100; ++polls) {
      server_.poll({});
    }
    EXPECT_EQ(client.state, ScriptedClient::State::closed);
    return client.received;
  }

  [[nodiscard]] std::uint32_t failures() const { return server_.failures(); }

 private:
  House house_;
  ScriptedTransport transport_;
  Server<limits> server_{Site<limits>{{pages, &house_}}, transport_};
};

std::string ask(std::string_view method, std::string_view path) {
  return std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

TEST(PageServer, AnswersGetAndHead) {
  PageServer server;
  const std::string head =
      "HTTP/1.1 200 \r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: 38\r\n\r\n";
  EXPECT_EQ(server.exchange(ask("GET", "/door")), head + std::string(door_body));
  EXPECT_EQ(server.exchange(ask("HEAD", "/door")), head);
  EXPECT_EQ(server.exchange(ask("GET", "/door?a=b") + ask("HEAD", "/door")),
            head + std::string(door_body) + head);
  EXPECT_EQ(server.failures(), 0U);
}

TEST(PageServer, SaysWhatEveryPathAllows) {
  PageServer server;
  const std::string allow = "Allow: GET, HEAD, OPTIONS\r\n";
  EXPECT_EQ(server.exchange(ask("OPTIONS", "/door")), "HTTP/1.1 204 \r\n" + allow + "\r\n");
  EXPECT_EQ(server.exchange(ask("OPTIONS", "*")), "HTTP/1.1 204 \r\n" + allow + "\r\n");
  for (const std::string_view method : {"POST", "PUT", "PATCH", "DELETE"}) {
    EXPECT_EQ(server.exchange(ask(method, "/metrics")),
              "HTTP/1.1 405 \r\n" + allow + "Content-Length: 0\r\n\r\n");
  }
  EXPECT_EQ(server.exchange(ask("OPTIONS", "/nowhere")), "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(server.exchange(ask("GET", "/nowhere")), "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(server.exchange(ask("BREW", "/door")), "HTTP/1.1 501 \r\nContent-Length: 0\r\n\r\n");
}

TEST(PageServer, SaysItInWordsWithPhrases) {
  PageServer<with_phrases()> server;
  EXPECT_EQ(server.exchange(ask("POST", "/door")),
            "HTTP/1.1 405 Method Not Allowed\r\nContent-Type: text/plain; charset=utf-8\r\nAllow: GET, HEAD, "
            "OPTIONS\r\nContent-Length: 18\r\n\r\nMethod Not Allowed");
  EXPECT_EQ(server.exchange(ask("OPTIONS", "*")),
            "HTTP/1.1 204 No Content\r\nAllow: GET, HEAD, OPTIONS\r\n\r\n");
}

TEST(PageServer, APageThatDoesNotFitIsA500) {
  constexpr Limits small = [] {
    Limits limits = bare;
    limits.output_buffer = 192;
    return limits;
  }();
  PageServer<small> server;
  EXPECT_EQ(server.exchange(ask("GET", "/metrics")), "HTTP/1.1 500 \r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(server.failures(), 1U);
}

TEST(PageServer, SendsALongPageInPieces) {
  PageServer<with_pieces()> server;
  const std::string received = server.exchange(ask("GET", "/metrics"));
  ResponseReader reader(received);
  const ReadResponse response = reader.next();
  EXPECT_EQ(response.field("Transfer-Encoding"), "chunked");
  EXPECT_EQ(response.body, house_text);
  EXPECT_TRUE(reader.at_end());
  EXPECT_EQ(server.exchange(ask("GET", "/nowhere")), "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n");
}

TEST(PageServer, RefusesBodies) {
  PageServer server;
  const std::string refused = "HTTP/1.1 413 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  const std::string head = "GET /door HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(server.exchange(head + "Content-Length: 1\r\n\r\na"), refused);
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(server.exchange(head + chunked + "\r\n1\r\na\r\n0\r\n\r\n"), refused);
  EXPECT_EQ(server.exchange(head + chunked + "\r\n0a\r\n0123456789\r\n0\r\n\r\n"), refused);
  EXPECT_EQ(server.exchange(head + chunked + "Expect: 100-continue\r\n\r\n"), refused);
  const std::string malformed = "HTTP/1.1 400 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  for (const std::string_view chunks :
       {"\r\n\r\n", "g\r\n\r\n", "0 \r\n\r\n", "0\n\r\n", "0\r\r\n", "0;\x01\r\n\r\n", "0\r\nX\r\n\r\n",
        ";a\r\n\r\n", "0\r\n", "0\r\n\r"}) {
    EXPECT_EQ(server.exchange(head + chunked + "\r\n" + std::string(chunks)), malformed) << chunks;
  }
}

TEST(PageServer, AnswersWhereABodyHasNoBytes) {
  PageServer server;
  const std::string request = "HEAD /door HTTP/1.1\r\nHost: a\r\n";
  const std::string answer = server.exchange(ask("HEAD", "/door"));
  for (const std::string_view body :
       {"Content-Length: 0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0;a=f\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0\r\nX: a\r\nContent-Length: 5\r\n\r\n"}) {
    const std::string bytes = request + std::string(body);
    EXPECT_EQ(server.exchange(bytes), answer) << body;
    EXPECT_EQ(server.exchange(bytes + bytes + ask("HEAD", "/door")), answer + answer + answer) << body;
  }
  EXPECT_EQ(server.exchange(request + "Transfer-Encoding: chunked\r\n\r\n" + std::string(9000, '0')),
            "HTTP/1.1 431 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

TEST(PageServer, KeepsNoLongQuery) {
  PageServer server;
  const std::string answer = server.exchange(ask("GET", "/door"));
  EXPECT_EQ(server.exchange(ask("GET", "/door?" + std::string(8000, 'q')) + ask("GET", "/door")),
            answer + answer);
  EXPECT_EQ(server.exchange(ask("GET", "/door?" + std::string(8200, 'q'))),
            "HTTP/1.1 414 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

}  // namespace
}  // namespace prometheus_express::http
