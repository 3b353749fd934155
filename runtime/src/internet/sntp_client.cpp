#include "prometheus_express/internet/sntp_client.hpp"

#include "prometheus_express/internet/sntp_message.hpp"

namespace prometheus_express::internet {
namespace {

constexpr Duration patience = Duration::seconds(2);
constexpr Duration first_pause = Duration::seconds(15);
constexpr Duration interval = Duration::seconds(3600);
constexpr Duration day = Duration::seconds(24 * 3600);

}  // namespace

Duration SntpClient::until_question(Time now) {
  if (!begun_) {
    begun_ = true;
    random_.stir(now.milliseconds);
    next_ = now;
    at_ = set_ ? at_ : now;
  }
  if (now - at_ >= day) {  // before the clock wraps
    base_ += day.milliseconds;
    at_ = at_ + day;
  }
  if (server_.is_zero()) {
    return never;
  }
  return (now - next_).milliseconds < 0x80000000U ? Duration() : next_ - now;
}

Question SntpClient::ask(std::span<std::uint8_t> memory, Time now) {
  cookie_ = (std::uint64_t{random_.next()} << 32U) | random_.next();
  asked_ = now;
  return {write_sntp_question(memory, cookie_), {server_, sntp_port}, 0, patience};
}

bool SntpClient::hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time now) {
  SntpReply reply;
  if (from != Endpoint{server_, sntp_port} || !read_sntp_reply(datagram, cookie_, reply)) {
    return false;
  }
  switch (reply.outcome) {
    case SntpOutcome::time:
      base_ = reply.milliseconds + (now - asked_).milliseconds / 2;
      at_ = now;
      set_ = true;
      pause_ = first_pause;
      ask_again(now, interval);
      break;
    case SntpOutcome::refused:
      ask_again(now, day);
      break;
    case SntpOutcome::unusable:
      give_up(now);
      break;
  }
  return true;
}

void SntpClient::give_up(Time now) {
  ask_again(now, pause_);
  pause_ = pause_ < Duration{interval.milliseconds / 2} ? Duration{pause_.milliseconds * 2} : interval;
}

void SntpClient::ask_again(Time now, Duration pause) { next_ = now + pause; }

void SntpClient::note_addresses(const Addresses& addresses) {
  const Ipv4 server = addresses.own.is_zero() ? Ipv4() : fixed_.is_zero() ? addresses.time_server : fixed_;
  if (server != server_) {
    server_ = server;
    begun_ = false;
  }
}

}  // namespace prometheus_express::internet
