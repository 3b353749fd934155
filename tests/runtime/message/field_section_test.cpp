#include "prometheus_express/message/field_section.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/framing.hpp"

namespace prometheus_express::message {
namespace {

/// The fields of a response, all of them kept, and what they say about the body.
class Response : public FieldSection<Response> {
 public:
  std::string text;
  Framing framing;

  void field_starts() {
    name_ = WordMatcher(4);
    text += "(";
  }
  void field_name(std::string_view part) {
    for (const char c : part) {
      name_.next(names, folded(c));
    }
    text += part;
  }
  void field_value_starts() {
    text += "=";
    if (!framing.begin(name_.found(names))) {
      fail();
    }
  }
  void field_value(std::string_view part) {
    const char* const end = part.data() + part.size();
    if (framing.reading() && framing.parse(part.data(), end) != end) {
      return fail();
    }
    text += part;
  }
  void field_ends() {
    text += ")";
    if (!framing.end()) {
      fail();
    }
  }

 private:
  static constexpr char names[4][18] = {"", "content-length", "transfer-encoding", "connection"};
  WordMatcher name_;
};

/// `portion` characters at a time; with what is left behind the section.
Response read(std::string_view input, std::size_t portion = 1000) {
  Response response;
  response.framing.restart();
  while (!input.empty() && !response.complete() && !response.malformed()) {
    const char* const stop = response.parse(input.data(), input.data() + std::min(portion, input.size()));
    input.remove_prefix(static_cast<std::size_t>(stop - input.data()));
  }
  response.text += input;
  return response;
}

TEST(FieldSection, EverySplitGivesTheSame) {
  const std::string_view text =
      "Content-Length: 5\r\nX-Note:  a b \r\nEmpty:\r\nConnection: close\r\n\r\nbody";
  for (std::size_t portion = 1; portion <= text.size(); ++portion) {
    const Response response = read(text, portion);
    EXPECT_TRUE(response.complete());
    EXPECT_EQ(response.text, "(Content-Length= 5)(X-Note=  a b )(Empty=)(Connection= close)body");
    EXPECT_EQ(response.framing.content_length(), 5U);
    EXPECT_TRUE(response.framing.has_length());
    EXPECT_TRUE(response.framing.close());
    EXPECT_EQ(response.framing.error(1), 0);
  }
}

TEST(FieldSection, RefusesWhatReadersUnderstandDifferently) {
  for (const std::string_view text : {":a\r\n", "A\r\n", "A :b\r\n", " A:b\r\n", "A:b\n", "A:b\rC",
                                      "A:b\r\n c\r\n", "\n", "\rA", "A:\x01\r\n", "A\x80:b\r\n"}) {
    EXPECT_TRUE(read(text).malformed()) << text;
  }
}

TEST(Framing, KnowsHowABodyEnds) {
  EXPECT_TRUE(read("Transfer-Encoding: , Chunked\r\n\r\n").framing.chunked());
  EXPECT_EQ(read("Transfer-Encoding: gzip, chunked\r\n\r\n").framing.error(1), 501);
  EXPECT_EQ(read("Transfer-Encoding: gzip\r\n\r\n").framing.error(1), 400);
  EXPECT_EQ(read("Transfer-Encoding: chunked\r\n\r\n").framing.error(0), 400);
  EXPECT_EQ(read("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n").framing.error(1), 400);
  EXPECT_EQ(read("Content-Length: 99999999999\r\n\r\n").framing.content_length(), Framing::too_long);
  EXPECT_TRUE(read("Connection: keep-alive\r\n\r\n").framing.keep_alive());
  EXPECT_FALSE(read("Connection: keep alive, closed\r\n\r\n").framing.close());
}

TEST(Framing, RefusesDoubtfulLengths) {
  for (const std::string_view text :
       {"Content-Length:\r\n", "Content-Length: 1 1\r\n", "Content-Length: +1\r\n", "Content-Length: 1,1\r\n",
        "Content-Length: 1\r\nContent-Length: 1\r\n", "Transfer-Encoding: chunked, chunked\r\n"}) {
    EXPECT_TRUE(read(text).malformed()) << text;
  }
}

TEST(Characters, TokensAndValues) {
  EXPECT_TRUE(is_token("X-Note_1"));
  EXPECT_FALSE(is_token(""));
  EXPECT_FALSE(is_token("X Note"));
  EXPECT_TRUE(is_field_value(""));
  EXPECT_TRUE(is_field_value("a\tb\x80"));
  EXPECT_FALSE(is_field_value("a\nb"));
}

}  // namespace
}  // namespace prometheus_express::message
