#include "prometheus_express/sensors/sampler.hpp"

namespace prometheus_express::sensors {

bool Sampler::poll(Driver& driver, Line& line, const bus::Target& target, Time now) {
  if (!started_) {
    started_ = true;
    next_ = due_ = now;
  }
  if (!has_come(next_, now)) {
    return false;
  }
  if (!running_) {
    running_ = true;
    driver.begin(!up_);
  } else if (waiting_) {
    waiting_ = false;
    driver.waited();
  }
  if (driver.want() == Driver::Want::transfer && !line.transfer(driver, target, now)) {
    return false;
  }
  if (driver.want() == Driver::Want::wait) {
    waiting_ = true;
    next_ = now + at_least(driver.microseconds());
  }
  if (driver.want() != Driver::Want::nothing) {
    return false;
  }
  end(driver, now);
  return true;
}

void Sampler::end(const Driver& driver, Time now) {
  running_ = false;
  up_ = driver.published() != 0 || driver.failure() == Failure::none;
  if (up_) {
    failures_ = 0;
    // From the moment when this sample was due, so that times do not drift; but never in a burst to catch up.
    due_ = due_ + every_;
    if (has_come(due_, now)) {
      due_ = now + every_;
    }
  } else {
    due_ = now + pause();
    failures_ = static_cast<std::uint8_t>(failures_ < 31 ? failures_ + 1 : failures_);
  }
  next_ = due_;
}

Duration Sampler::pause() const {
  const Duration longest = every_ > longest_pause ? every_ : longest_pause;
  const unsigned doublings = failures_ < 12 ? failures_ : 12U;
  const Duration grown{first_pause.milliseconds << doublings};
  return grown < longest ? grown : longest;
}

}  // namespace prometheus_express::sensors
