// The simulated chip in the ways in which the datasheet can be understood: a test holds with each of them.
#pragma once

#include <prometheus_express/ports/simulated_w5500/answers.hpp>
#include <string>

namespace on_model {

using prometheus_express::simulated_w5500::Answers;

struct Way {
  const char* name;
  Answers answers;
};

/// Each question has both of its answers among them, and some together that no test has thought of.
inline const Way ways[] = {
    {"AtOnce", {.command_windows = 0}},
    {"TheOthers",
     {.command_windows = Answers::longest_command,
      .pointers_start_at_zero = true,
      .pointers_read_as_written = true,
      .send_ok_when_transmitted = true,
      .reset_is_silent = true,
      .mask_hides_events = true,
      .recv_comes_again = true,
      .fin_wait_times_out = true,
      .fin_wait_discards = false,
      .unheard_syn_is_accepted = true,
      .any_listener_takes_syn = true}},
    {"Drawn", Answers::any(14)},
};

inline void PrintTo(const Way& way, std::ostream* out) { *out << way.answers.text(); }

}  // namespace on_model
