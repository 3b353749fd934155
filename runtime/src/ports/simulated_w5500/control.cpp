// The control language: a line, and what it comes to.
#include <cstdio>

#include "core.hpp"
#include "numbers.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr Microseconds grace = 2'000'000;  // in which what a fault has misled a driver to is no finding
constexpr std::uint8_t conflict = 0x80;    // of IR

std::string hexadecimal(unsigned value) {
  char text[16];
  std::snprintf(text, sizeof text, "%02X", value);
  return text;
}

}  // namespace

std::string Chip::Core::control(std::string_view line) {
  update_time();
  context.window_begins();
  run_network();
  const Words words = split(line, ' ');
  const std::string_view verb = words.empty() ? "" : words[0];
  const Words rest(words.begin() + (words.empty() ? 0 : 1), words.end());
  const Findings& findings = context.findings;
  if (verb == "total") {
    return "ok " + std::to_string(findings.violations()) + " violations, " +
           std::to_string(findings.cautions()) + " cautions, " +
           std::to_string(findings.count(Severity::note)) + " notes, " +
           std::to_string(context.counts.windows) + " windows, " + std::to_string(context.counts.commands) +
           " commands\n";
  }
  if (verb == "findings") {
    return findings.text() + "ok\n";
  }
  if (verb == "stats") {
    return summary() + "ok\n";
  }
  if (verb == "registers") {
    return registers() + "ok\n";
  }
  if (verb == "sockets") {
    std::string lines;
    for (const Socket& socket : sockets_) {
      lines += socket.text() + "\n";
    }
    return lines + "ok\n";
  }
  if (verb == "ports") {
    return ports() + "ok\n";
  }
  if (verb == "clear") {
    context.findings.clear();
    return "ok\n";
  }
  if (verb == "quit") {
    return "ok\n";  // the program's matter
  }
  if (verb == "fault") {
    return set_fault(rest) ? "ok\n" : "error: no such fault\n";
  }
  return set_service(words) ? "ok\n" : "error: no such command\n";
}

bool Chip::Core::set_fault(const Words& words) {
  const std::string_view kind = words.empty() ? "" : words[0];
  if (kind == "chip-reset" && words.size() == 1) {
    reset();
    context.was_reset_unnoticed = true;
    return true;
  }
  const bool misled = context.faults.flips() || context.faults.is_deaf(context.now);
  if (!context.faults.set(words, context.now)) {
    return false;
  }
  if (kind == "unpowered") {
    reset();
    context.was_reset_unnoticed = true;
  }
  if (misled || context.faults.flips() || context.faults.is_deaf(context.now)) {
    context.excused_until = std::max(context.now, context.faults.deaf_until) + grace;
  }
  update_interrupt();
  return true;
}

bool Chip::Core::set_service(const Words& words) {
  const std::string_view service = words.size() > 1 ? words[0] : "";
  const std::string_view word = words.size() > 1 ? words[1] : "";
  Options& options = context.options;
  if (service == "answer" && words.size() == 3) {
    return options.answers.set(words[1], words[2]);
  }
  if (service == "event" && word == "conflict" && words.size() == 2) {
    context.common.set(common::ir, static_cast<std::uint8_t>(context.common.at(common::ir) | conflict));
    update_interrupt();
    return true;
  }
  if (service == "dhcp" && words.size() == 2) {
    options.dhcp.mood = word == "nak"      ? DhcpScript::Mood::refuses
                        : word == "silent" ? DhcpScript::Mood::silent
                                           : DhcpScript::Mood::serves;
    return word == "nak" || word == "silent" || word == "serve";
  }
  if (service == "dhcp" && word == "lease" && words.size() == 3) {
    const auto seconds = read_number<std::uint32_t>(words[2]);
    options.dhcp.lease = seconds.value_or(options.dhcp.lease);
    return seconds.has_value();
  }
  if (service == "dhcp" && word == "address" && words.size() == 3) {
    const auto address = read_address(words[2]);
    options.dhcp.address = address.value_or(options.dhcp.address);
    return address.has_value();
  }
  if (service == "dns" && words.size() == 2) {
    options.dns.silent = word == "silent";
    return word == "silent" || word == "serve";
  }
  if (service == "dns" && word == "name" && words.size() == 4) {
    const auto address = read_address(words[3]);
    if (address) {
      options.dns.names.emplace(words[2], *address);
    }
    return address.has_value();
  }
  if (service == "ntp" && words.size() == 2) {
    options.ntp.mood = word == "kiss"     ? NtpScript::Mood::kiss
                       : word == "silent" ? NtpScript::Mood::silent
                                          : NtpScript::Mood::serves;
    return word == "kiss" || word == "silent" || word == "serve";
  }
  return false;
}

std::string Chip::Core::registers() const {
  std::string lines = "common";
  for (std::uint16_t offset = 0; offset < common::end; ++offset) {
    lines += " " + hexadecimal(context.common.at(offset));
  }
  return lines + "\n";
}

std::string Chip::Core::ports() const {
  std::string lines;
  for (const auto& [port, descriptor] : context.listeners.all()) {
    lines += "tcp " + std::to_string(port) +
             " 127.0.0.1:" + std::to_string(context.listeners.host_port(port)) + "\n";
  }
  return lines;
}

std::string Chip::Core::summary() const {
  const Counts& counts = context.counts;
  const Findings& findings = context.findings;
  const std::pair<const char*, std::uint64_t> rows[] = {
      {"violations", findings.violations()},
      {"cautions", findings.cautions()},
      {"notes", findings.count(Severity::note)},
      {"windows", counts.windows},
      {"spi_bytes", counts.spi_bytes},
      {"commands", counts.commands},
      {"resets", counts.resets},
      {"accepted", counts.accepted},
      {"turned_away", counts.turned_away},
      {"connected", counts.connected},
      {"timeouts", counts.timeouts},
      {"peer_resets", counts.peer_resets},
      {"datagrams_sent", counts.datagrams_sent},
      {"datagrams_received", counts.datagrams_received},
      {"datagrams_dropped", counts.datagrams_dropped},
      {"bytes_sent", counts.bytes_sent},
      {"bytes_received", counts.bytes_received},
      {"forgotten_connections", context.ghosts.count()},
  };
  std::string lines;
  for (const auto& [name, value] : rows) {
    lines += std::string(name) + " " + std::to_string(value) + "\n";
  }
  return lines;
}

}  // namespace prometheus_express::simulated_w5500
