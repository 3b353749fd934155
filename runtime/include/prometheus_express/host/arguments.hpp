// The command line of a program that serves: --address, --port, --seconds, and what the program adds.
//
//   std::string_view token = "";
//   const host::Option options[] = {{"--token", "TEXT", "what PUT needs", &token}};
//   host::Arguments arguments{8080};
//   if (!arguments.parse(argc, argv, options)) {
//     return arguments.exit_status();
//   }
#pragma once

#include <cstdint>
#include <cstdio>
#include <prometheus_express/host/host_linked.hpp>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "prometheus_express/base/clock.hpp"

namespace prometheus_express::host {

/// An option of the program's own, given as `--name TEXT` or `--name=TEXT`; one whose value is a bool as `--name` alone.
struct Option {
  std::string_view name;         // with its hyphens
  std::string_view placeholder;  // stands for the text in the usage; empty for a bool
  std::string_view help;
  /// Keeps its default unless the option is given: the text, a number that is not above `largest`, or true.
  std::variant<std::string_view*, std::uint32_t*, bool*> value;
  std::uint32_t largest = UINT32_MAX;
};

class Arguments {
 public:
  /// `port` is the one to listen on where the command line names none.
  explicit Arguments(std::uint16_t port) : default_port_(port), port_(port) {}

  /// False when the program is to end, with `exit_status`: 0 after --help, 2 after a word that it does not
  /// know or a value that cannot be, each with the usage.
  [[nodiscard]] bool parse(int argc, char** argv, std::span<const Option> options);

  [[nodiscard]] int exit_status() const { return exit_status_; }
  [[nodiscard]] std::string_view program() const { return program_; }
  [[nodiscard]] std::string_view address() const { return address_; }
  [[nodiscard]] std::uint16_t port() const { return port_; }

  /// How long to serve; zero: until interrupted.
  [[nodiscard]] Duration span() const { return span_; }

 private:
  bool set(std::string_view name, std::string_view text, std::span<const Option> options);
  bool set(const Option& option, std::string_view text, std::span<const Option> options);
  bool read_number(std::string_view name, std::string_view text, std::uint32_t largest, std::uint32_t& value,
                   std::span<const Option> options);
  void print_usage(std::FILE* to, std::span<const Option> options) const;
  bool refuse(std::string_view problem, std::string_view word, std::span<const Option> options);

  std::string_view program_ = "program";
  std::string_view address_ = "127.0.0.1";
  std::uint16_t default_port_;
  std::uint16_t port_;
  Duration span_;
  int exit_status_ = 0;
};

}  // namespace prometheus_express::host
