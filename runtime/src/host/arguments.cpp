#include "prometheus_express/host/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <string>

namespace prometheus_express::host {
namespace {

constexpr std::uint32_t longest_seconds = 2'147'483;  // what a Duration holds, 24.8 days

int length(std::string_view text) { return static_cast<int>(text.size()); }

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
    const auto own = std::find_if(options.begin(), options.end(),
                                  [name](const Option& option) { return option.name == name; });
    if (own == options.end() && name != "--address" && name != "--port" && name != "--seconds") {
      return refuse("unknown option", word, options);
    }
    if (own != options.end() && std::holds_alternative<bool*>(own->value)) {
      if (equals != std::string_view::npos) {
        return refuse("no value may follow in", word, options);
      }
      *std::get<bool*>(own->value) = true;
      continue;
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
      return set(option, text, options);
    }
  }
  std::uint32_t number = 0;
  if (name == "--address") {
    address_ = text;
  } else if (name == "--port") {
    if (!read_number(name, text, 65535, number, options)) {
      return false;
    }
    port_ = static_cast<std::uint16_t>(number);
  } else {
    if (!read_number(name, text, longest_seconds, number, options)) {
      return false;
    }
    span_ = Duration::seconds(number);
  }
  return true;
}

bool Arguments::set(const Option& option, std::string_view text, std::span<const Option> options) {
  if (std::uint32_t* const* const value = std::get_if<std::uint32_t*>(&option.value)) {
    return read_number(option.name, text, option.largest, **value, options);
  }
  *std::get<std::string_view*>(option.value) = text;
  return true;
}

bool Arguments::read_number(std::string_view name, std::string_view text, std::uint32_t largest,
                            std::uint32_t& value, std::span<const Option> options) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number > largest) {
    const std::string range = " takes a number from 0 to " + std::to_string(largest) + ", not";
    return refuse(std::string(name) + range, text, options);
  }
  value = number;
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

}  // namespace prometheus_express::host
