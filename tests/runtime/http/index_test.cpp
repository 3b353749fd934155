// The page of links at `/`, the icon that there is not, and what a 404 says.
#include <string>
#include <vector>

#include "server_fixture.hpp"

namespace prometheus_express::http {
namespace {

constexpr Limits with_index(Limits limits = {}) {
  limits.parts.index = Index::always;
  return limits;
}
constexpr Limits pages_in(std::uint16_t output_buffer) {
  return with_index({.body = 0,
                     .output_buffer = output_buffer,
                     .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false}});
}

constexpr Route odd_routes[] = {
    {Method::get, "/metrics", house::page, {}, {}},
    {Method::get, "/a\"><b>&amp", house::small_page, {}, {}},
    {Method::get, "//elsewhere", house::small_page, {}, {}},
};

constexpr std::string_view odd_page =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Metrics</title></head>\n"
    "<body>\n<h1>Metrics</h1>\n<ul>\n"
    "<li><a href=\"./metrics\">/metrics</a></li>\n"
    "<li><a href=\"./a&quot;&gt;&lt;b&gt;&amp;amp\">/a&quot;&gt;&lt;b&gt;&amp;amp</a></li>\n"
    "<li><a href=\".//elsewhere\">//elsewhere</a></li>\n"
    "</ul>\n</body>\n</html>\n";

template <Limits limits>
ReadResponse asked(std::span<const Route> routes, std::string_view bytes, bool bodiless = false) {
  House house;
  ScriptedTransport transport;
  Server<limits> server(Site<limits>{{routes, &house}}, transport);
  ScriptedClient& client = transport.connect(bytes);
  client.half_closed = true;
  for (int polls = 0; polls < 100; ++polls) {
    server.poll({});
  }
  ResponseReader reader(client.received);
  ReadResponse response = reader.next(bodiless);
  EXPECT_TRUE(reader.at_end()) << client.received;
  return response;
}

std::string ask(std::string_view method, std::string_view path) {
  return std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

TEST(Index, LinksToWhatCanBeReadAndEscapesIt) {
  const ReadResponse page = asked<pages_in(2048)>(odd_routes, get("/"));
  EXPECT_EQ(page.code, 200);
  EXPECT_EQ(page.field("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(page.field("Content-Length"), std::to_string(odd_page.size()));
  EXPECT_EQ(page.body, odd_page);
}

TEST(Index, IsTheSameInPiecesOfAnySize) {
  const auto must_be_whole = [](const ReadResponse& page) {
    EXPECT_GT(page.chunks, 1U);
    EXPECT_EQ(page.body, odd_page);
  };
  must_be_whole(asked<pages_in(192)>(odd_routes, get("/")));
  must_be_whole(asked<pages_in(193)>(odd_routes, get("/")));
  must_be_whole(asked<pages_in(251)>(odd_routes, get("/")));
}

TEST(Index, HasTheMethodsOfAPage) {
  const ReadResponse head = asked<pages_in(2048)>(odd_routes, ask("HEAD", "/"), true);
  EXPECT_EQ(head.code, 200);
  EXPECT_EQ(head.field("Content-Length"), std::to_string(odd_page.size()));
  for (const std::string_view path : {"/", "/favicon.ico"}) {
    const ReadResponse options = asked<pages_in(2048)>(odd_routes, ask("OPTIONS", path));
    EXPECT_EQ(options.code, 204);
    EXPECT_EQ(options.field("Allow"), "GET, HEAD, OPTIONS");
    const ReadResponse post = asked<with_index()>(odd_routes, ask("POST", path));
    EXPECT_EQ(post.code, 405);
    EXPECT_EQ(post.field("Allow"), "GET, HEAD, OPTIONS");
  }
}

TEST(Index, ThereIsNoIcon) {
  const ReadResponse icon = asked<pages_in(256)>(odd_routes, get("/favicon.ico"));
  EXPECT_EQ(icon.code, 204);
  EXPECT_EQ(icon.field("Content-Type"), "");
}

TEST(Index, A404SaysWhatThereIsButNotWhatIsGuarded) {
  ServerFixture<with_index()> fixture;
  const ReadResponse missing = fixture.ask(get("/nowhere"));
  EXPECT_EQ(missing.code, 404);
  EXPECT_EQ(missing.reason, "Not Found");
  EXPECT_EQ(missing.field("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(
      missing.body,
      "There is nothing at this path. There is:\nGET /\nGET /metrics\nGET /door\nGET /config\nPOST /config\n"
      "POST /reset\nGET /text\nGET /fail\nGET /stream\nGET /field\nPUT /firmware\n");
  EXPECT_EQ(fixture.ask(ask("HEAD", "/nowhere"), true).code, 404);
  EXPECT_EQ(fixture.ask(get("/fail?not_found")).body, "Not Found") << "that is what the handler said";
  EXPECT_EQ(fixture.house.handled, 1);
}

TEST(Index, IsLeftOutOfAnAnswerWithoutAKnownMethod) {
  EXPECT_EQ(asked<with_index()>(odd_routes, ask("BREW", "/")).code, 501);
}

TEST(Index, PathsOfTheApplicationWin) {
  static constexpr Route routes[] = {
      {Method::post, "/", house::fail, {}, {}},
      {Method::get, "/favicon.ico", house::small_page, {}, {}},
  };
  EXPECT_EQ(asked<with_index()>(routes, get("/favicon.ico")).body, door_body);
  const ReadResponse page = asked<with_index()>(routes, get("/"));
  EXPECT_EQ(page.code, 405);
  EXPECT_EQ(page.field("Allow"), "POST, OPTIONS");
  EXPECT_EQ(asked<with_index()>(routes, get("/nowhere")).body,
            "There is nothing at this path. There is:\nPOST /\nGET /favicon.ico\n");
}

TEST(Index, IsNotThereUnlessItIsAskedFor) {
  constexpr Limits never = [] {
    Limits limits;
    limits.parts.index = Index::never;
    return limits;
  }();
  for (const std::string_view path : {"/", "/favicon.ico", "/nowhere"}) {
    EXPECT_EQ(asked<Limits{}>(odd_routes, get(path)).body, "Not Found");
    EXPECT_EQ(asked<never>(odd_routes, get(path)).body, "Not Found");
  }
}

TEST(Index, WithoutReasonPhrasesItIsTheSame) {
  constexpr Limits terse = [] {
    Limits limits = pages_in(2048);
    limits.parts.phrases = false;
    return limits;
  }();
  EXPECT_EQ(asked<terse>(odd_routes, get("/")).body, odd_page);
  EXPECT_EQ(
      asked<terse>(odd_routes, get("/nowhere")).body,
      "There is nothing at this path. There is:\nGET /\nGET /metrics\nGET /a\"><b>&amp\nGET //elsewhere\n");
}

}  // namespace
}  // namespace prometheus_express::http
