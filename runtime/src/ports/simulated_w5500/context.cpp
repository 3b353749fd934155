#include "context.hpp"

#include <algorithm>

namespace prometheus_express::simulated_w5500 {

void Context::report(Severity severity, int socket, const std::string& sentence) {
  const std::pair<int, std::string> report{socket, sentence};
  if (std::find(reported_.begin(), reported_.end(), report) != reported_.end()) {
    return;
  }
  reported_.push_back(report);
  const bool excused = now < excused_until || was_reset_unnoticed || faults.flips();
  if (excused && severity != Severity::note) {
    findings.add(Severity::note, now, socket, sentence + "; an injected fault may be why");
  } else {
    findings.add(severity, now, socket, sentence);
  }
}

unsigned Context::command_windows() {
  return options.answers.command_windows_vary
             ? std::uniform_int_distribution<unsigned>(0, Answers::longest_command)(random)
             : options.answers.command_windows;
}

std::uint16_t Context::starting_pointer() {
  return options.answers.pointers_start_at_zero ? std::uint16_t{0} : sixteen(static_cast<unsigned>(random()));
}

}  // namespace prometheus_express::simulated_w5500
