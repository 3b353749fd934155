#include "prometheus_express/ports/posix/arguments.hpp"

#include <charconv>
#include <cstdio>
#include <optional>

namespace prometheus_express::posix {
namespace {

constexpr std::uint32_t longest_seconds = 2'147'483;  // what a Duration holds, 24.8 days

int length(std::string_view text) { return static_cast<int>(text.size()); }

std::optional<std::uint32_t> number(std::string_view text, std::uint32_t largest) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > largest) {
    return std::nullopt;
  }
  return value;
}

void print_row(std::FILE* to, std::string_view name, std::string_view placeholder, std::string_view help) {
  const int width = 22 - length(name) - 1;
  std::fprintf(to, "  %.*s %-*.*s %.*s\n", length(name), name.data(), width, length(placeholder),
               placeholder.data(), length(help), help.data());
}

}  // namespace

bool Arguments::parse(int argc, char** argv, std::span<const Option> options) {
  if (argc > 0) {
    program_ = argv[0];
  }
  program_.remove_prefix(program_.find_last_of('/') + 1);  // npos + 1 is 0
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--help" || word == "-h") {
      print_usage(stdout, options);
      return false;
    }
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    const bool known = [&] {
      for (const Option& option : options) {
        if (option.name == name) {
          return true;
        }
      }
      return name == "--address" || name == "--port" || name == "--seconds";
    }();
    if (!known) {
      return refuse("unknown option", word, options);
    }
    if (equals == std::string_view::npos && ++i == argc) {
      return refuse("a value is missing after", word, options);
    }
    const std::string_view text = equals == std::string_view::npos ? argv[i] : word.substr(equals + 1);
    if (!set(name, text, options)) {
      return false;
    }
  }
  return true;
}

bool Arguments::set(std::string_view name, std::string_view text, std::span<const Option> options) {
  for (const Option& option : options) {
    if (option.name == name) {
      *option.value = text;
      return true;
    }
  }
  if (name == "--address") {
    address_ = text;
  } else if (name == "--port") {
    const std::optional<std::uint32_t> port = number(text, 65535);
    if (!port) {
      return refuse("--port takes a number from 0 to 65535, not", text, options);
    }
    port_ = static_cast<std::uint16_t>(*port);
  } else {
    const std::optional<std::uint32_t> seconds = number(text, longest_seconds);
    if (!seconds) {
      return refuse("--seconds takes a number from 0 to 2147483, not", text, options);
    }
    span_ = Duration::seconds(*seconds);
  }
  return true;
}

void Arguments::print_usage(std::FILE* to, std::span<const Option> options) const {
  std::fprintf(to, "usage: %.*s [OPTION VALUE]...\n", length(program_), program_.data());
  print_row(to, "--address", "ADDRESS", "numeric address to listen on, 0.0.0.0 or :: for all (127.0.0.1)");
  char port[48];
  const unsigned usual = default_port_;
  (void)std::snprintf(port, sizeof port, "port to listen on, 0 to pick a free one (%u)", usual);
  print_row(to, "--port", "PORT", port);
  print_row(to, "--seconds", "N", "end after N seconds, 0 to run until interrupted (0)");
  for (const Option& option : options) {
    print_row(to, option.name, option.placeholder, option.help);
  }
}

bool Arguments::refuse(std::string_view problem, std::string_view word, std::span<const Option> options) {
  std::fprintf(stderr, "%.*s: %.*s '%.*s'\n", length(program_), program_.data(), length(problem),
               problem.data(), length(word), word.data());
  print_usage(stderr, options);
  exit_status_ = 2;
  return false;
}

}  // namespace prometheus_express::posix
