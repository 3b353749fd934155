#include "prometheus_express/ports/simulated_w5500/answers.hpp"

#include <charconv>
#include <random>

namespace prometheus_express::simulated_w5500 {
namespace {

using Answer = bool Answers::*;

struct Question {
  std::string_view name;
  std::string_view no;
  std::string_view yes;
  Answer answer;
};

constexpr Question questions[] = {
    {"pointers", "any", "zero", &Answers::pointers_start_at_zero},
    {"read-back", "command", "written", &Answers::pointers_read_as_written},
    {"send-ok", "acknowledged", "transmitted", &Answers::send_ok_when_transmitted},
    {"reset", "discon", "silent", &Answers::reset_is_silent},
    {"mask", "interrupt", "events", &Answers::mask_hides_events},
    {"recv-again", "no", "yes", &Answers::recv_comes_again},
    {"fin-wait", "for-ever", "timeout", &Answers::fin_wait_times_out},
    {"fin-wait-data", "received", "discarded", &Answers::fin_wait_discards},
    {"nobody-listens", "refused", "reset", &Answers::unheard_syn_is_accepted},
    {"listener", "lowest", "any", &Answers::any_listener_takes_syn},
};

}  // namespace

Answers Answers::any(std::uint32_t seed) {
  std::mt19937 random(seed);
  Answers answers;
  answers.command_windows_vary = true;
  for (const Question& question : questions) {
    answers.*question.answer = (random() & 1U) != 0;
  }
  return answers;
}

bool Answers::set(std::string_view name, std::string_view word) {
  if (name == "command") {
    command_windows_vary = word == "vary";
    if (command_windows_vary) {
      return true;
    }
    const auto [end, error] = std::from_chars(word.begin(), word.end(), command_windows);
    return error == std::errc{} && end == word.end();
  }
  for (const Question& question : questions) {
    if (question.name == name && (word == question.yes || word == question.no)) {
      this->*question.answer = word == question.yes;
      return true;
    }
  }
  return false;
}

std::string Answers::text() const {
  std::string text = "command=" + (command_windows_vary ? "vary" : std::to_string(command_windows));
  for (const Question& question : questions) {
    text.append(" ").append(question.name).append("=");
    text.append(this->*question.answer ? question.yes : question.no);
  }
  return text;
}

}  // namespace prometheus_express::simulated_w5500
