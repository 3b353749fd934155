#include "prometheus_express/ports/posix_tcp/lookup.hpp"

#include <exception>
#include <string>

#include "prometheus_express/ports/posix/alarm.hpp"
#include "prometheus_express/ports/posix/thread.hpp"

namespace prometheus_express::posix {

using transport::State;

/// What both threads know. The answer is the other one's until the alarm is raised.
struct Lookup::Question {
  std::string name;
  std::uint16_t port = 0;
  Resolve resolve;
  Addresses answer;
  Alarm answered;
};

State Lookup::begin(std::string_view name, std::uint16_t port, const Resolve& resolve) {
  if (question_ != nullptr && !is_answered()) {
    wanted_ = question_->name == name && question_->port == port;
    return wanted_ ? State::pending : State::no_resources;
  }
  question_ = nullptr;
  try {
    auto question = std::make_shared<Question>();
    if (question->answered.descriptor() < 0) {
      return State::no_resources;
    }
    question->name = name;
    question->port = port;
    question->resolve = resolve;
    start_thread([question] {
      question->answer = question->resolve(question->name, question->port);
      question->answered.raise();
    }).detach();
    question_ = std::move(question);
  } catch (const std::exception&) {
    return State::no_resources;
  }
  wanted_ = true;
  return State::pending;
}

bool Lookup::is_answered() const { return question_->answered.raised(); }

const Addresses* Lookup::answer() const { return wanted_ && is_answered() ? &question_->answer : nullptr; }

int Lookup::descriptor() const { return wanted_ ? question_->answered.descriptor() : -1; }

void Lookup::forget() {
  wanted_ = false;
  if (question_ != nullptr && is_answered()) {
    question_ = nullptr;
  }
}

}  // namespace prometheus_express::posix
