#include "prometheus_express/internet/dhcp_client.hpp"

namespace prometheus_express::internet {
namespace {

constexpr std::uint32_t shortest_lease = 8;  // seconds: one exchange each 4 s harms nobody
constexpr std::uint32_t shortest_renewal = 4;
constexpr std::uint32_t longest_lease =
    1'000'000;  // seconds: more than the clock can tell apart is nobody's need
constexpr Duration answer_time = Duration::seconds(4);
constexpr Duration least_pause = Duration::seconds(60);
constexpr Duration pause_after_conflict = Duration::seconds(10);
constexpr std::uint8_t most_requests = 4;  // of an offer, then another one is looked for
constexpr std::uint8_t most_reboots = 2;

std::uint32_t smaller(std::uint32_t one, std::uint32_t other) { return one < other ? one : other; }
Duration earlier(Duration one, Duration other) { return one < other ? one : other; }

bool is_passed(Time now, Time moment) { return (now - moment).milliseconds < 0x80000000U; }

/// Of a single host, and not of this one's inside.
bool is_usable(const Ipv4& address) {
  return address.bytes[0] != 0 && address.bytes[0] != 127 && address.bytes[0] < 224;
}

}  // namespace

Duration DhcpClient::left(Time now, std::uint32_t seconds) const {
  const Duration passed = now - leased_;
  const Duration all = Duration::seconds(seconds);
  return passed < all ? Duration{all.milliseconds - passed.milliseconds} : Duration();
}

Duration DhcpClient::until_question(Time now) {
  if (!started_) {
    started_ = true;
    random_.stir(now.milliseconds);
    restart(now, {});
  }
  if (holds_lease()) {
    if (left(now, lease_.lease) == Duration()) {
      lease_ = {};
      changed_ = true;
      restart(now, {});
    } else if (state_ < State::rebinding && state_ != State::rebooting &&
               left(now, lease_.rebinding) == Duration()) {
      begin_new_question(State::rebinding, now);
    } else if (state_ == State::bound) {
      const Duration pause = left(now, lease_.renewal);
      if (pause != Duration()) {
        return pause;
      }
      begin_new_question(State::renewing, now);
    }
  }
  if (is_passed(now, next_)) {
    return {};
  }
  Duration pause = next_ - now;
  if (holds_lease()) {  // whose times come first
    pause = earlier(pause, left(now, state_ == State::renewing ? lease_.rebinding : lease_.lease));
  }
  return pause;
}

void DhcpClient::restart(Time now, Duration pause) {
  begin_new_question(State::init, now);
  begun_ = now;
  next_ = now + pause;
}

void DhcpClient::begin_new_question(State state, Time now) {
  state_ = state;
  attempts_ = 0;
  next_ = now;
  transaction_ = random_.next();
}

Question DhcpClient::ask(std::span<std::uint8_t> memory, Time now) {
  DhcpRequest request;
  request.mac = mac_;
  request.host_name = host_name_;
  request.transaction = transaction_;
  request.seconds = static_cast<std::uint16_t>(smaller((now - begun_).milliseconds / 1000, 0xFFFF));
  request.type = DhcpType::request;
  Question question;
  question.to = {broadcast, dhcp_server_port};
  question.from_port = dhcp_client_port;
  asked_ = now;
  switch (state_) {
    case State::init:
    case State::selecting:
      if (declining_) {
        request.type = DhcpType::decline;
        request.requested = offer_.addresses.own;
        request.server = offer_.server;
        declining_ = false;
        question.patience = {};
        next_ = now + pause_after_conflict;
        question.size = write_dhcp(memory, request);
        return question;
      }
      state_ = State::selecting;
      request.type = DhcpType::discover;
      question.patience = next_patience();
      break;
    case State::requesting:
      request.requested = offer_.addresses.own;
      request.server = offer_.server;
      question.patience = next_patience();
      break;
    case State::rebooting:
      request.requested = lease_.addresses.own;
      question.patience = next_patience();
      break;
    case State::renewing:
      question.to.address = lease_.server;
      [[fallthrough]];
    case State::bound:
    case State::rebinding:
      request.client = lease_.addresses.own;
      question.patience = answer_time;
      break;
  }
  ++attempts_;
  question.size = write_dhcp(memory, request);
  return question;
}

/// RFC 2131, 4.1.
Duration DhcpClient::next_patience() {
  const std::uint32_t doubled = 4000U << smaller(attempts_, 4);
  return {doubled - 1000U + random_.next() % 2000U};
}

bool DhcpClient::hear(std::span<const std::uint8_t> datagram, const Endpoint& from, Time now) {
  DhcpReply reply;
  if (from.port != dhcp_server_port || !read_dhcp(datagram, transaction_, mac_, reply)) {
    return false;
  }
  if (state_ == State::selecting) {
    if (reply.type != DhcpType::offer || !is_usable(reply.addresses.own) || reply.server.is_zero()) {
      return false;
    }
    offer_ = reply;
    state_ = State::requesting;  // with the same transaction (4.3.2)
    attempts_ = 0;
    next_ = now;
    return true;
  }
  if (reply.type == DhcpType::nak) {
    changed_ = changed_ || holds_lease();
    lease_ = {};
    restart(now, answer_time);
    return true;
  }
  if (reply.type != DhcpType::ack || !is_usable(reply.addresses.own)) {
    return false;
  }
  bind(reply);
  return true;
}

void DhcpClient::bind(const DhcpReply& reply) {
  changed_ = changed_ || reply.addresses != lease_.addresses;
  const Ipv4 server = reply.server.is_zero() ? lease_.server : reply.server;
  lease_ = reply;
  lease_.server = server;
  lease_.lease = reply.lease < shortest_lease ? shortest_lease : smaller(reply.lease, longest_lease);
  if (lease_.rebinding <= shortest_renewal || lease_.rebinding >= lease_.lease) {
    lease_.rebinding = lease_.lease - lease_.lease / 8;
  }
  if (lease_.renewal < shortest_renewal || lease_.renewal >= lease_.rebinding) {
    lease_.renewal = smaller(lease_.lease / 2, lease_.rebinding - 1);
  }
  leased_ = asked_;
  state_ = State::bound;
}

void DhcpClient::give_up(Time now) {
  switch (state_) {
    case State::requesting:
      if (attempts_ >= most_requests) {
        restart(now, {});
      }
      return;
    case State::rebooting:
      if (attempts_ >= most_reboots) {
        state_ = State::bound;
      }
      return;
    case State::renewing:
    case State::rebinding: {
      const Duration rest = left(now, state_ == State::renewing ? lease_.rebinding : lease_.lease);
      const Duration half = {rest.milliseconds / 2};
      next_ = now + (half < least_pause ? least_pause : half);
      return;
    }
    case State::init:
    case State::selecting:
    case State::bound:
      return;
  }
}

void DhcpClient::note_link(Time now) {
  if (holds_lease() && (state_ == State::bound || state_ == State::renewing)) {
    begin_new_question(State::rebooting, now);
  } else if (!holds_lease() && started_ && !declining_) {
    restart(now, {});
  }
}

void DhcpClient::note_conflict(Time now) {
  if (!holds_lease()) {
    return;
  }
  offer_ = lease_;
  lease_ = {};
  changed_ = true;
  restart(now, {});
  declining_ = true;
}

bool DhcpClient::has_new_addresses(Addresses& addresses) {
  if (!changed_) {
    return false;
  }
  changed_ = false;
  addresses = lease_.addresses;
  return true;
}

}  // namespace prometheus_express::internet
