#include "prometheus_express/internet/resolver.hpp"

#include <gtest/gtest.h>

#include <array>

namespace prometheus_express::internet {
namespace {

using State = Resolver::State;

constexpr Addresses addresses = {
    .own = {{10, 0, 0, 2}}, .mask = {}, .gateway = {}, .name_server = {{10, 0, 0, 1}}, .time_server = {}};

TEST(Resolver, WithoutANameServerNothingIsFound) {
  Resolver resolver(1);
  resolver.begin("example.com");
  EXPECT_EQ(resolver.state(), State::failed);
}

TEST(Resolver, QuestionsHaveMoreAndMoreTimeAndThenFail) {
  Resolver resolver(1);
  resolver.note_addresses(addresses);
  EXPECT_EQ(resolver.until_question({5}), Asker::never);
  resolver.begin("example.com");
  std::array<std::uint8_t, 100> memory = {};
  std::uint16_t last_id = 0;
  for (const std::uint32_t seconds : {1U, 2U, 4U}) {
    ASSERT_EQ(resolver.until_question({5}), Duration());
    const Question question = resolver.ask(memory, {5});
    EXPECT_EQ(question.to, (Endpoint{{{10, 0, 0, 1}}, 53}));
    EXPECT_EQ(question.patience, Duration::seconds(seconds));
    const auto id = static_cast<std::uint16_t>(memory[0] * 256 + memory[1]);
    EXPECT_NE(id, last_id);
    last_id = id;
    resolver.give_up({5});
  }
  EXPECT_EQ(resolver.state(), State::failed);
  resolver.end();
  EXPECT_EQ(resolver.state(), State::idle);
}

TEST(Resolver, WhatIsNoNameIsNotAsked) {
  Resolver resolver(1);
  resolver.note_addresses(addresses);
  resolver.begin("a..b");
  std::array<std::uint8_t, 100> memory = {};
  EXPECT_EQ(resolver.ask(memory, {5}).size, 0U);
  resolver.give_up({5});
  EXPECT_EQ(resolver.state(), State::no_such_name);
}

}  // namespace
}  // namespace prometheus_express::internet
