#include "prometheus_express/http/request_parser.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading.hpp"

namespace prometheus_express::http {
namespace {

std::string read(std::string_view input) { return Reading().feed(input).text; }

std::string get(const std::string& target) { return read("GET " + target + " HTTP/1.1\r\n"); }
std::string fields(const std::string& lines) {
  return read("GET / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n");
}

struct Case {
  std::string_view input;
  std::string_view reading;
};

// Every reading is RFC 9112's or, where it leaves the choice, the strict one.
constexpr Case cases[] = {
    {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /? 1.1\nHost=a\n[]"},
    {"\r\nHEAD /m?a=1&b HTTP/1.0\r\n\r\n", "HEAD /m?a=1&b 1.0\n[]"},
    {"\r\n\r\nGET / HTTP/1.1\r\n", "[]400"},
    {"GET http://a:80/x?y HTTP/1.1\r\nHost: b\r\n\r\n", "GET /x?y 1.1\nHost=b\n[]"},
    {"OPTIONS * HTTP/1.1\r\nHost:\r\n\r\n", "OPTIONS *? 1.1\nHost=\n[]"},
    {"BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", "unknown ? 1.1\nHost=a\n[]"},
    {"PUT /c HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\nHost: a\r\n\r\n",
     "PUT /c? 1.1\nHost=a\n[hello]GET /? 1.1\nHost=a\n[]"},
    {"PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
     "Chunked\r\n\r\n5\r\nhello\r\n0A;x=\"y\"\r\n0123456789\r\n000\r\n"
     "Trail: er\r\nHost: c\r\n\r\nGET / HTTP/1.0\r\n\r\n",
     "PUT /c? 1.1\nHost=a\n[hello0123456789]GET /? 1.0\n[]"},
    {"PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello!",
     "PUT /c? 1.1\nHost=a\n[hello]400"},
    {"PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n15\r\n", "PUT /c? 1.1\nHost=a\n[]413"},
    {"PUT /c HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 21\r\n\r\n",
     "PUT /c? 1.1\nHost=a\nexpects continue\nlong"},
    {"GET / HTTP/1.1\r\nx-note:\t a b \t\r\nConnection: x, Close ,\r\nHOST: b\r\nX-NOTE: c\r\nAuthorization: "
     "long key\r\n"
     "Connection: Keep-Alive\r\n\r\n",
     "GET /? 1.1\nAuthorization=long key\nX-Note=a b, c\nHost=b\nclose\nkeep-alive\n[]"},
    {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET /? 1.1\n[]400"},
    {"GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", "GET /? 1.1\n[]400"},
    {"GET / HTTP/2.0\r\n", "[]505"},
    {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "[]400"},
    {"\x16\x03\x01\x02", "[]400"},
};

TEST(RequestParser, ReadsEveryCaseAsStated) {
  for (const Case& sample : cases) {
    EXPECT_EQ(read(sample.input), sample.reading) << sample.input;
  }
}

TEST(RequestParser, EverySplitGivesTheSame) {
  for (const Case& sample : cases) {
    for (std::size_t at = 0; at <= sample.input.size(); ++at) {
      Reading reading;
      reading.feed(sample.input.substr(0, at)).feed({}).feed(sample.input.substr(at));
      ASSERT_EQ(reading.text, sample.reading) << "split at " << at << " of " << sample.input;
    }
    Reading bytewise;
    for (const char c : sample.input) {
      bytewise.feed({&c, 1});
    }
    EXPECT_EQ(bytewise.text, sample.reading) << "byte by byte: " << sample.input;
  }
}

TEST(RequestParser, DecodesPathsButNotQueries) {
  EXPECT_EQ(get("/%6Detrics%20%2f?a=%20+b"), "GET /metrics /?a=%20+b 1.1\n");
  EXPECT_EQ(get("/%zz"), "[]400");
  EXPECT_EQ(get("/%4"), "[]400");
  EXPECT_EQ(get("/%4z"), "[]400");
  EXPECT_EQ(get("/a?%4"), "[]400");
  EXPECT_EQ(get("/a?x[]=y|{z}"), "GET /a?x[]=y|{z} 1.1\n");
  EXPECT_EQ(get("/a<b"), "[]400");
  EXPECT_EQ(get("/a#b"), "[]400");
  EXPECT_EQ(get("/a?b#c"), "[]400");
}

TEST(RequestParser, TakesAbsoluteTargetsOfHttpOnly) {
  EXPECT_EQ(get("HTTP://[::1]:8080/m"), "GET /m? 1.1\n");
  EXPECT_EQ(get("https://a/m"), "GET /m? 1.1\n");
  EXPECT_EQ(get("http://a"), "GET /? 1.1\n");
  EXPECT_EQ(get("http://a?b"), "GET /?b 1.1\n");
  EXPECT_EQ(read("OPTIONS http://a HTTP/1.1\r\n"), "OPTIONS *? 1.1\n");
  EXPECT_EQ(get("ftp://a/m"), "[]400");
  EXPECT_EQ(get("http:///m"), "[]400");
  EXPECT_EQ(get("http://u@a/m"), "[]400");
  EXPECT_EQ(get("a/m"), "[]400");
  EXPECT_EQ(get("*"), "[]400");
  EXPECT_EQ(get("a:80"), "[]400");
}

TEST(RequestParser, RefusesLooseRequestLines) {
  for (const std::string_view line :
       {"GET  / HTTP/1.1\r\n", " GET / HTTP/1.1\r\n", "GET /  HTTP/1.1\r\n", "GET / HTTP/1.1 \r\n",
        "GET / HTTP/1.1\n", "GET / HTTP/1.1\r\r\n", "GET /\r\n", "GET / http/1.1\r\n", "GET / HTTP/1.10\r\n",
        "GET / HTTP/11\r\n", "GET\t/ HTTP/1.1\r\n", "GET /\tx HTTP/1.1\r\n", "G(T / HTTP/1.1\r\n",
        "GET /\x80 HTTP/1.1\r\n", "\nGET"}) {
    EXPECT_EQ(read(line), "[]400") << line;
  }
  EXPECT_EQ(read(std::string_view("GET /\0 HTTP/1.1\r\n", 17)), "[]400");
  EXPECT_EQ(get("/") + read("get / HTTP/1.1\r\n"), "GET /? 1.1\nunknown ? 1.1\n");
  EXPECT_EQ(read("GET / HTTP/1.9\r\n"), "GET /? 1.9\n");
  EXPECT_EQ(read("GET / HTTP/0.9\r\n"), "[]505");
}

TEST(RequestParser, RefusesLooseFields) {
  const std::string start = "GET /? 1.1\n";
  for (const std::string line : {": x\r\n", "No colon\r\n", "Na(me: x\r\n", "Name:x\ny\r\n", "Name:x\ry\r\n",
                                 "\tName:x\r\n", "Name:\x7F\r\n", "N\xE4me: x\r\n"}) {
    EXPECT_EQ(fields(line), start + "[]400") << line;
  }
  EXPECT_EQ(fields(std::string("A: \0\r\n", 6)), start + "[]400");
  EXPECT_EQ(fields("A: \xE4\t~\r\nB:\r\n"), start + "Host=a\n[]");
}

// RFC 9110 sections 5.5 and 5.6.2, at each place of a value and of a name: several characters may be looked at at once.
TEST(RequestParser, TakesTheCharactersOfFieldsAndNoOthers) {
  constexpr std::string_view token =
      "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  for (int code = 0; code < 256; ++code) {
    const char c = static_cast<char>(code);
    const bool content = c == '\t' || (code >= 0x20 && code != 0x7F);
    for (std::size_t place = 0; place < 9; ++place) {
      std::string text = "abcdefgh";
      text.insert(place, 1, c);
      if (c != '\r') {
        EXPECT_EQ(fields("A: " + text + "\r\n") == fields(""), content)
            << code << " in a value, at " << place;
      }
      const bool in_token = token.find(c) != std::string_view::npos;
      if (c != ':' || place == 0) {
        EXPECT_EQ(fields(text + ": x\r\n") == fields(""), in_token) << code << " in a name, at " << place;
      }
    }
  }
}

TEST(RequestParser, WantsOneValidHost) {
  const auto host = [](const std::string& lines) {
    return read("GET / HTTP/1.1\r\n" + lines + "\r\n").substr(11);
  };
  EXPECT_EQ(host(""), "[]400");
  EXPECT_EQ(read("GET / HTTP/1.0\r\n\r\n"), "GET /? 1.0\n[]");
  EXPECT_EQ(host("Host: a\r\nHost: a\r\n"), "[]400");
  EXPECT_EQ(read("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n"), "GET /? 1.0\n[]400");
  for (const std::string good : {"", "a", "a.b-c:80", "a:", "[::1]", "[::1]:9", "[v1.x:y]", "%41", "a,b"}) {
    EXPECT_EQ(host("Host: " + good + "\r\n"), "Host=" + good + "\n[]");
  }
  for (const std::string bad :
       {"a b", "a/b", "u@a", "a:b", "[::1", "[::g]", "[]", "[::1]x", "%4", "%zz", "a:1:2", "\"a\""}) {
    EXPECT_EQ(host("Host: " + bad + "\r\n"), "[]400") << bad;
  }
  EXPECT_EQ(host("Host:a:80\r\n"), "Host=a:80\n[]");
  EXPECT_EQ(host("Host: \t a:80 \t\r\n"), "Host=a:80\n[]");
  EXPECT_EQ(host("Host: [::1] \r\n"), "Host=[::1]\n[]");
  for (const std::string spaced :
       {"a b", "a :80", "a: 80", "a:8 0", "[::1 ]", "[ ::1]", "[::1] :80", "a%4 ", "a% 41"}) {
    EXPECT_EQ(host("Host: " + spaced + "\r\n"), "[]400") << spaced;
  }
}

TEST(RequestParser, RefusesBodiesOfDoubtfulLength) {
  const std::string start = "GET /? 1.1\n";
  for (const std::string lines : {"Content-Length: 1\r\nContent-Length: 2\r\n",
                                  "Content-Length: 1\r\nContent-Length: 1\r\n",
                                  "Content-Length: 1,1\r\n",
                                  "Content-Length: +1\r\n",
                                  "Content-Length: -1\r\n",
                                  "Content-Length: 0x1\r\n",
                                  "Content-Length: 1 1\r\n",
                                  "Content-Length:\r\n",
                                  "Content-Length: 1.0\r\n",
                                  "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                                  "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
                                  "Transfer-Encoding: gzip\r\n",
                                  "Transfer-Encoding: chunked, gzip\r\n",
                                  "Transfer-Encoding: chunked, chunked\r\n",
                                  "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                                  "Transfer-Encoding: identity\r\n",
                                  "Transfer-Encoding:\r\n",
                                  "Transfer-Encoding: \"chunked\"\r\n",
                                  "Transfer-Encoding: chunked;a=b\r\n",
                                  "Transfer-Encoding: chunked x\r\n",
                                  "Transfer-Encoding: xchunked\r\n",
                                  "Transfer-Encoding: chunke\r\n",
                                  "Transfer-Encoding: \vchunked\r\n"}) {
    EXPECT_EQ(fields(lines), start + "[]400") << lines;
  }
  EXPECT_EQ(fields("Transfer-Encoding: gzip, chunked\r\n"), start + "[]501");
  EXPECT_EQ(read("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), "GET /? 1.0\n[]400");
  EXPECT_EQ(fields("Content-Length: 000000000000000000000000000000\r\n"), start + "Host=a\n[]");
  EXPECT_EQ(fields("Content-Length: 4294967297\r\n"), start + "Host=a\nlong");
  EXPECT_EQ(fields("Content-Length: 18446744073709551617\r\n"), start + "Host=a\nlong");
  EXPECT_EQ(fields("Transfer-Encoding: , chunked\t,\r\n"), start + "Host=a\n");
}

TEST(RequestParser, RefusesLooseChunks) {
  const auto chunks = [](const std::string& body) {
    return read("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body).substr(18);
  };
  EXPECT_EQ(chunks("2 ;a\r\nab\r\n0\r\n\r\n"), "[ab]");
  EXPECT_EQ(chunks("a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n"), "[01234567890123456789]");
  EXPECT_EQ(chunks("a\r\n0123456789\r\nb\r\n"), "[0123456789]413");
  EXPECT_EQ(chunks("100000002\r\n"), "[]413");
  for (const std::string bad :
       {"\r\n", "g\r\n", "-1\r\n", "0x1\r\n", "1\n", "1 \r\n", "1 1\r\n", " 1\r\n", "1;a\n", "1;\x01\r\n",
        "1,\r\n", "0\r\nA : b\r\n", "0\r\n x\r\n", "0\r\n\n", "0\r\nA: b\n"}) {
    EXPECT_EQ(chunks(bad), "[]400") << bad;
  }
  EXPECT_EQ(chunks("1\r\nab"), "[a]400");
  EXPECT_EQ(chunks("1\r\na\n"), "[a]400");
  EXPECT_EQ(chunks("1;" + std::string(2000, 'x')), "[]431");
  EXPECT_EQ(chunks(std::string(2000, '0')), "[]431");
}

TEST(RequestParser, RefusesUnknownExpectations) {
  EXPECT_EQ(fields("Expect: magic\r\n"), "GET /? 1.1\n[]417");
  EXPECT_EQ(read("GET / HTTP/1.0\r\nExpect: magic\r\n\r\n"), "GET /? 1.0\n[]");
}

TEST(RequestParser, StoresTheTargetToTheLastByte) {
  // One byte ends it.
  EXPECT_EQ(Reading(16).feed("GET /23456789abcdef HTTP/1.1\r\n").text, "GET /23456789abcdef? 1.1\n");
  EXPECT_EQ(Reading(16).feed("GET /23456789abcdef0 HTTP/1.1\r\n").text, "[]414");
}

TEST(RequestParser, DropsAQueryThatFindsNoRoom) {
  const auto read = [](const std::string& target) {
    return Reading(16).feed("GET " + target + " HTTP/1.1\r\n").text;
  };
  EXPECT_EQ(read("/2345?789abcdef"), "GET /2345?789abcdef 1.1\n");
  EXPECT_EQ(read("/2345?789abcdef0"), "GET /2345? dropped 1.1\n");
  EXPECT_EQ(read("/2345?789abc?ef0"), "GET /2345? dropped 1.1\n");
  EXPECT_EQ(read("/23456789abcdef?"), "GET /23456789abcdef? dropped 1.1\n");
  EXPECT_EQ(read("/23456789abcdef?" + std::string(900, 'x')), "GET /23456789abcdef? dropped 1.1\n");
  EXPECT_EQ(read("/23456789abcdef0?x"), "[]414");
  EXPECT_EQ(read("/?" + std::string(2000, 'x')), "[]414");  // longer than the header section
  EXPECT_EQ(read("?" + std::string(20, 'x')), "[]400");
  EXPECT_EQ(read("/?" + std::string(20, 'x') + "\x7F"), "[]400");
  EXPECT_EQ(
      Reading(16).feed("GET /?" + std::string(20, 'x') + " HTTP/1.0\r\nX-Note: 123456789abc\r\n\r\n").text,
      "GET /? dropped 1.0\nX-Note=123456789abc\n[]");
}

TEST(RequestParser, AQueryIsKeptAgainBehindOneThatWasDropped) {
  EXPECT_EQ(
      Reading(16).feed("GET /?" + std::string(20, 'x') + " HTTP/1.0\r\n\r\nGET /?a HTTP/1.0\r\n\r\n").text,
      "GET /? dropped 1.0\n[]GET /?a 1.0\n[]");
}

TEST(RequestParser, StoresWantedHeadersToTheLastByte) {
  const std::string head = "GET / HTTP/1.0\r\nX-Note: ";  // one byte of target, two around the value
  EXPECT_EQ(Reading(16).feed(head + "0123456789abc\r\n\r\n").text, "GET /? 1.0\nX-Note=0123456789abc\n[]");
  EXPECT_EQ(Reading(16).feed(head + "0123456789abcd\r\n\r\n").text, "GET /? 1.0\n[]431");
}

TEST(RequestParser, NeedsNoRoomForOtherHeaders) {
  const std::string token(2000, 'x');
  EXPECT_EQ(
      Reading(16, 4096).feed("GET / HTTP/1.1\r\nHost: \r\nA: " + token + "\r\n" + token + ": a\r\n\r\n").text,
      "GET /? 1.1\nHost=\n[]");
}

TEST(RequestParser, LimitsTheHeaderSectionToTheLastByte) {
  const std::string head = "GET / HTTP/1.0\r\nA: b\r\n\r\n";
  EXPECT_EQ(Reading(16, 24).feed(head).text, "GET /? 1.0\n[]");
  EXPECT_EQ(Reading(16, 23).feed(head).text, "GET /? 1.0\n[]431");
}

TEST(RequestParser, LimitsBodiesToTheLastByte) {
  const std::string stated = "PUT / HTTP/1.0\r\nContent-Length: 20\r\n\r\n01234567890123456789";
  EXPECT_EQ(Reading(16, 99, 20).feed(stated).text, "PUT /? 1.0\n[01234567890123456789]");
  EXPECT_EQ(Reading(16, 99, 19).feed(stated).text, "PUT /? 1.0\nlong");
}

}  // namespace
}  // namespace prometheus_express::http
