#include "prometheus_express/ports/simulated_bus/bus.hpp"

#include <algorithm>

namespace prometheus_express::simulated {
namespace {

constexpr unsigned for_ever = ~0U;

}  // namespace

void Wire::inject(Fault fault, unsigned transfers) { fault_ = {fault, transfers}; }

void Wire::inject(std::uint8_t number, Fault fault, unsigned transfers) {
  faults_[number] = {fault, transfers};
}

Part* Wire::part(std::uint8_t number) const {
  const auto found = parts_.find(number);
  return found == parts_.end() ? nullptr : found->second;
}

Fault Wire::take(Pending& pending) {
  if (pending.left == 0) {
    return Fault::none;
  }
  if (pending.fault != Fault::stuck) {
    --pending.left;
  }
  return pending.fault;
}

Fault Wire::next_fault(std::uint8_t number) {
  const Fault fault = take(fault_);
  const auto found = faults_.find(number);
  return fault != Fault::none || found == faults_.end() ? fault : take(found->second);
}

bus::Outcome Wire::begin_transfer(std::uint8_t number, std::span<const std::uint8_t> out,
                                  std::span<std::uint8_t> in, bool spi) {
  ++transfers_;
  const Fault fault = next_fault(number);
  waiting_ = delay_;
  switch (fault) {
    case Fault::none:
    case Fault::bit_error:
      outcome_ = move(number, out, in, spi);
      break;
    case Fault::nack:
      outcome_ = bus::Outcome::nack;
      break;
    case Fault::stretch:
      outcome_ = bus::Outcome::failed;
      break;
    case Fault::hang:
      waiting_ = for_ever;
      break;
    case Fault::stuck:
      outcome_ = bus::Outcome::stuck;
      break;
  }
  if (fault == Fault::bit_error && !in.empty()) {
    const auto bit = random_() % (in.size() * 8);
    in[bit / 8] = static_cast<std::uint8_t>(in[bit / 8] ^ 1U << bit % 8);
  }
  return waiting_ == 0 ? outcome_ : bus::Outcome::pending;
}

bus::Outcome Wire::move(std::uint8_t number, std::span<const std::uint8_t> out, std::span<std::uint8_t> in,
                        bool spi) {
  Part* const answering = part(number);
  if (!spi) {
    return answering == nullptr ? bus::Outcome::nack : answering->transfer(out, in);
  }
  const std::size_t length = std::max(out.size(), in.size());
  Bytes sent(out.begin(), out.end());
  sent.resize(length, 0);
  Bytes received(length, 0xFF);
  if (answering != nullptr) {
    answering->window(sent, received);
  }
  std::copy_n(received.begin(), in.size(), in.begin());
  return bus::Outcome::ok;
}

bus::Outcome Wire::poll_transfer() {
  if (waiting_ != for_ever && waiting_ > 0) {
    --waiting_;
  }
  return waiting_ == 0 ? outcome_ : bus::Outcome::pending;
}

bool Wire::recover_lines() {
  ++recoveries_;
  if (fault_.fault == Fault::stuck && fault_.left > 0) {
    --fault_.left;
  }
  for (auto& [number, pending] : faults_) {
    if (pending.fault == Fault::stuck && pending.left > 0) {
      --pending.left;
    }
  }
  return true;
}

}  // namespace prometheus_express::simulated
