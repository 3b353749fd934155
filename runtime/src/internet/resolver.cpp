#include "prometheus_express/internet/resolver.hpp"

namespace prometheus_express::internet {
namespace {

constexpr std::uint8_t most_attempts = 3;
constexpr Duration first_patience = Duration::seconds(1);

}  // namespace

void Resolver::begin(std::string_view name) {
  name_ = name;
  attempts_ = 0;
  state_ = server_.is_zero() ? State::failed : State::pending;
}

Duration Resolver::until_question(Time now) {
  random_.stir(now.milliseconds);
  return state_ == State::pending ? Duration() : never;
}

Question Resolver::ask(std::span<std::uint8_t> memory, Time /*now*/) {
  id_ = static_cast<std::uint16_t>(random_.next());
  Question question;
  question.size = write_dns_question(memory, id_, name_);
  if (question.size == 0) {
    state_ = State::no_such_name;
  }
  question.to = {server_, dns_port};
  question.patience = {first_patience.milliseconds << attempts_};
  ++attempts_;
  return question;
}

bool Resolver::hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time /*now*/) {
  if (state_ != State::pending) {
    return true;  // given up meanwhile
  }
  if (from != Endpoint{server_, dns_port} || !read_dns_reply(datagram, id_, name_, reply_)) {
    return false;
  }
  switch (reply_.outcome) {
    case DnsOutcome::found:
      state_ = State::found;
      break;
    case DnsOutcome::no_such_name:
      state_ = State::no_such_name;
      break;
    case DnsOutcome::failed:
      state_ = State::failed;
      break;
  }
  return true;
}

void Resolver::give_up(Time /*now*/) {
  if (state_ == State::pending && (attempts_ >= most_attempts || server_.is_zero())) {
    state_ = State::failed;
  }
}

}  // namespace prometheus_express::internet
