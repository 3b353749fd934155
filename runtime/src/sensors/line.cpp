#include "prometheus_express/sensors/line.hpp"

namespace prometheus_express::sensors {

bool Line::transfer(Driver& driver, const bus::Target& target, Time now) {
  if (owner_ != nullptr && owner_ != &driver) {
    return false;
  }
  const bus::Outcome outcome = proceed(driver, target, now);
  owner_ = outcome == bus::Outcome::pending ? &driver : nullptr;
  if (owner_ != nullptr) {
    return false;
  }
  if (outcome == bus::Outcome::stuck) {
    recover(now);
  }
  driver.transferred(outcome);
  return true;
}

bus::Outcome Line::proceed(const Driver& driver, const bus::Target& target, Time now) {
  if (owner_ == nullptr) {
    started_ = now;
    return bus_->begin(target, driver.out(), driver.in());
  }
  const bus::Outcome outcome = bus_->poll();
  if (outcome == bus::Outcome::pending && now - started_ >= patience) {
    bus_->cancel();
    return bus::Outcome::failed;
  }
  return outcome;
}

void Line::recover(Time now) {
  if (has_recovered_ && now - recovered_ < between_recoveries) {
    return;
  }
  has_recovered_ = true;
  recovered_ = now;
  // Whether it helped shows at the next transfer.
  static_cast<void>(bus_->recover());
}

}  // namespace prometheus_express::sensors
