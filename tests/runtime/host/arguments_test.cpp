#include "prometheus_express/host/arguments.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using prometheus_express::Duration;
using prometheus_express::host::Arguments;
using prometheus_express::host::Option;

struct Line {
  explicit Line(std::vector<std::string> words) : texts(std::move(words)) {
    for (std::string& text : texts) {
      pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
  }
  bool parse(Arguments& arguments) {
    return arguments.parse(static_cast<int>(texts.size()), pointers.data(), options);
  }
  std::vector<std::string> texts;
  std::vector<char*> pointers;
  std::string_view token = "none";
  std::uint32_t hour = 6;
  bool faults = false;
  std::vector<Option> options = {{"--token", "TEXT", "what PUT needs", &token},
                                 {"--hour", "N", "when the day begins", &hour, 23},
                                 {"--faults", "", "lets sensors fail", &faults}};
};

constexpr const char* usage =
    "usage: station [OPTION VALUE]...\n"
    "  --address ADDRESS      numeric address to listen on, 0.0.0.0 or :: for all (127.0.0.1)\n"
    "  --port PORT            port to listen on, 0 to pick a free one (9100)\n"
    "  --seconds N            end after N seconds, 0 to run until interrupted (0)\n"
    "  --token TEXT           what PUT needs\n"
    "  --hour N               when the day begins\n"
    "  --faults               lets sensors fail\n";

TEST(ArgumentsWithoutWords, AreTheDefaults) {
  Line line({"./bin/station"});
  Arguments arguments(9100);
  ASSERT_TRUE(line.parse(arguments));
  EXPECT_EQ(arguments.program(), "station");
  EXPECT_EQ(arguments.address(), "127.0.0.1");
  EXPECT_EQ(arguments.port(), 9100);
  EXPECT_EQ(arguments.span(), Duration{});
  EXPECT_EQ(line.token, "none");
  EXPECT_EQ(line.hour, 6U);
  EXPECT_FALSE(line.faults);
}

TEST(ArgumentsInBothSpellings, AreTaken) {
  Line line({"station", "--address", "::1", "--port=0", "--seconds", "2147483", "--token=a=b", "--faults",
             "--hour", "23"});
  Arguments arguments(9100);
  ASSERT_TRUE(line.parse(arguments));
  EXPECT_EQ(arguments.address(), "::1");
  EXPECT_EQ(arguments.port(), 0);
  EXPECT_EQ(arguments.span(), Duration::seconds(2147483));
  EXPECT_EQ(line.token, "a=b");
  EXPECT_EQ(line.hour, 23U);
  EXPECT_TRUE(line.faults);
}

TEST(ArgumentsThatCannotBe, EndWithTwoAndTheUsage) {
  for (const auto& [words, problem] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"station", "--colour"}, "unknown option '--colour'"},
           {{"station", "extra"}, "unknown option 'extra'"},
           {{"station", "--colour=red"}, "unknown option '--colour=red'"},
           {{"station", "--port"}, "a value is missing after '--port'"},
           {{"station", "--port", "65536"}, "--port takes a number from 0 to 65535, not '65536'"},
           {{"station", "--port", "-1"}, "--port takes a number from 0 to 65535, not '-1'"},
           {{"station", "--port", "80a"}, "--port takes a number from 0 to 65535, not '80a'"},
           {{"station", "--port="}, "--port takes a number from 0 to 65535, not ''"},
           {{"station", "--hour", "24"}, "--hour takes a number from 0 to 23, not '24'"},
           {{"station", "--hour", "noon"}, "--hour takes a number from 0 to 23, not 'noon'"},
           {{"station", "--faults=yes"}, "no value may follow in '--faults=yes'"},
           {{"station", "--seconds", "2147484"},
            "--seconds takes a number from 0 to 2147483, not '2147484'"}}) {
    Line line(words);
    Arguments arguments(9100);
    testing::internal::CaptureStderr();
    EXPECT_FALSE(line.parse(arguments));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "station: " + problem + "\n" + usage);
    EXPECT_EQ(arguments.exit_status(), 2);
  }
}

TEST(ArgumentHelp, PrintsTheUsageAndEndsWithZero) {
  Line line({"station", "--help"});
  Arguments arguments(9100);
  testing::internal::CaptureStdout();
  EXPECT_FALSE(line.parse(arguments));
  EXPECT_EQ(testing::internal::GetCapturedStdout(), usage);
  EXPECT_EQ(arguments.exit_status(), 0);
}

}  // namespace
