#include "prometheus_express/http/response.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "prometheus_express/http/request.hpp"
#include "prometheus_express/http/response_head.hpp"

namespace prometheus_express::http {
namespace {

std::string head(const Response& response, BodyEnd end, Persistence persistence) {
  const ResponseHead<all_parts> head(response, end, 1234567890, persistence);
  std::string text(head.size(), '?');
  EXPECT_EQ(head.write_to(text.data()), text.size());
  return text;
}

TEST(Head, SaysWhatTheResponseHolds) {
  Response response({});
  EXPECT_EQ(head(response, BodyEnd::no_body, Persistence::implied), "HTTP/1.1 200 OK\r\n\r\n");
  response.status(404);
  response.type("text/plain");
  response.header("X-Note", "a b");
  EXPECT_EQ(
      head(response, BodyEnd::content_length, Persistence::close),
      "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nX-Note: a b\r\nContent-Length: 1234567890\r\n"
      "Connection: close\r\n\r\n");
  EXPECT_EQ(
      head(response, BodyEnd::chunks, Persistence::keep_alive),
      "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nX-Note: a b\r\nTransfer-Encoding: chunked\r\n"
      "Connection: keep-alive\r\n\r\n");
}

TEST(Head, UnknownCodesHaveNoReason) {
  Response response({});
  response.status(418);
  EXPECT_EQ(head(response, BodyEnd::connection, Persistence::implied), "HTTP/1.1 418 \r\n\r\n");
}

TEST(Response, TakesTextBesideItsHeadToTheLastByte) {
  std::array<char, 100> buffer;
  Response response(buffer);
  const std::size_t room = buffer.size() - std::string_view(
                                               "HTTP/1.1 200 OK\r\nContent-Length: 37\r\n"
                                               "Connection: keep-alive\r\n\r\n")
                                               .size();
  EXPECT_EQ(response.write(std::string(room + 1, 'x')), Status::no_space);
  EXPECT_EQ(response.write(std::string(room - 1, 'x')), Status::ok);
  EXPECT_EQ(response.write("xx"), Status::no_space);
  EXPECT_EQ(response.write("x"), Status::ok);
  EXPECT_EQ(response.write(""), Status::ok);
}

TEST(Response, RefusesTextLongerThanAnyBuffer) {
  std::array<char, 100> buffer;
  Response response(buffer);
  EXPECT_EQ(response.write(std::string(70000, 'x')), Status::no_space);
}

TEST(Request, FindsDeclaredHeadersWithoutCase) {
  const Field fields[] = {{"Authorization", "key"}, {"X-Note", ""}};
  const Request request(Method::get, "/a", "b=c", fields, "body");
  EXPECT_EQ(request.header("authorization"), "key");
  EXPECT_EQ(request.header("X-Note"), "");
  EXPECT_EQ(request.header("Authorizatio"), "");
  EXPECT_EQ(request.header("Accept"), "");
}

std::string parameter(std::string_view query, std::string_view name, std::size_t occurrence = 0) {
  const Request request(Method::get, "/a", query, {}, {});
  std::array<char, 8> room;
  std::string_view value;
  switch (request.query_value(name, room, value, occurrence)) {
    case Status::ok:
      return "=" + std::string(value);
    case Status::no_space:
      return "no space";
    default:
      return "none";
  }
}

TEST(Request, DecodesParametersOfTheQuery) {
  EXPECT_EQ(parameter("a=1&b=2", "a"), "=1");
  EXPECT_EQ(parameter("a=1&b=2", "b"), "=2");
  EXPECT_EQ(parameter("a=%41+%2B%26&b", "a"), "=A +&");
  EXPECT_EQ(parameter("a=1=2", "a"), "=1=2");
  EXPECT_EQ(parameter("a&b=", "a"), "=");
  EXPECT_EQ(parameter("a&b=", "b"), "=");
  EXPECT_EQ(parameter("n%61me%5B%5D=x", "name[]"), "=x");
  EXPECT_EQ(parameter("ab=1&&=3", "a"), "none");
  EXPECT_EQ(parameter("ab=1&&=3", "abc"), "none");
  EXPECT_EQ(parameter("", "a"), "none");
  EXPECT_EQ(parameter("?a", "a"), "none");
}

TEST(Request, CountsTheOccurrencesOfAParameter) {
  EXPECT_EQ(parameter("a=1&b=2&a=3", "a", 1), "=3");
  EXPECT_EQ(parameter("a=1&b=2&a=3", "a", 2), "none");
}

TEST(Request, RefusesParametersThatDoNotFit) {
  EXPECT_EQ(parameter("a=%312345678", "a"), "=12345678");
  EXPECT_EQ(parameter("a=123456789", "a"), "no space");
}

}  // namespace
}  // namespace prometheus_express::http
