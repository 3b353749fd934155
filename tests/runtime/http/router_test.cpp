#include "prometheus_express/http/router.hpp"

#include <gtest/gtest.h>

namespace prometheus_express::http {
namespace {

Status handle(void*, const Request&, Response&) { return Status::ok; }

constexpr Route routes[] = {
    {Method::get, "/a", handle, {}, {}},     {Method::put, "/a", handle, {}, {}},
    {Method::get, "/b", handle, {}, {}},     {Method::head, "/b", handle, {}, {}},
    {Method::head, "/c", handle, {}, {}},    {Method::get, "/c", handle, {}, {}},
    {Method::options, "/d", handle, {}, {}},
};

constexpr unsigned get = 1, head = 2, put = 8, options = 64;

TEST(Router, FindsPathAndMethod) {
  EXPECT_EQ(find_route(routes, Method::get, "/a").route, &routes[0]);
  EXPECT_EQ(find_route(routes, Method::put, "/a").route, &routes[1]);
  EXPECT_EQ(find_route(routes, Method::options, "/d").route, &routes[6]);
}

TEST(Router, HeadFindsGetUnlessItHasItsOwnRoute) {
  EXPECT_EQ(find_route(routes, Method::head, "/a").route, &routes[0]);
  EXPECT_EQ(find_route(routes, Method::head, "/b").route, &routes[3]);
  EXPECT_EQ(find_route(routes, Method::head, "/c").route, &routes[4]);
}

TEST(Router, ComparesWholePathsByteByByte) {
  for (const std::string_view path : {"", "/", "/A", "/a/", "/aa", "a"}) {
    const Match match = find_route(routes, Method::get, path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_EQ(match.allowed, 0) << path;
  }
}

TEST(Router, KnowsTheMethodsOfAPath) {
  const Match match = find_route(routes, Method::post, "/a");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allowed, get | head | put | options);
  EXPECT_EQ(find_route(routes, Method::get, "/d").allowed, options);
}

TEST(Router, AsteriskHasTheMethodsOfAllPaths) {
  const Match match = find_route(routes, Method::options, "*");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allowed, get | head | put | options);
  EXPECT_EQ(find_route({}, Method::options, "*").allowed, options);
}

}  // namespace
}  // namespace prometheus_express::http
