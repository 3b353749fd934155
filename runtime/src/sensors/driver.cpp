#include "prometheus_express/sensors/driver.hpp"

namespace prometheus_express::sensors {

void Driver::begin(bool from_power_up) {
  position_ = from_power_up ? std::uint8_t{0} : measure_;
  published_ = 0;
  failure_ = Failure::none;
  rescue_ = no_rescue;
  begins_ = true;
  proceed();
}

bool Driver::begins() {
  const bool begins = begins_;
  begins_ = false;
  return begins;
}

void Driver::proceed() {
  want_ = Want::step;
  while (want_ == Want::step) {
    run();
  }
}

void Driver::transferred(bus::Outcome outcome) {
  if (outcome == bus::Outcome::ok) {
    position_ = next_;
  } else if (outcome != bus::Outcome::nack) {
    fail(Failure::bus);
  } else if (!patient_) {
    fail(Failure::nack);
  } else if (tries_ > 0) {
    --tries_;
    want_ = Want::wait;
    return;
  } else {
    fail(Failure::timeout);
  }
  if (want_ != Want::nothing) {
    proceed();
  }
}

void Driver::waited() { proceed(); }

void Driver::transfer(std::uint8_t* bytes, std::uint8_t out, std::uint8_t in, std::uint8_t next) {
  bytes_ = bytes;
  out_ = out;
  in_ = in;
  next_ = next;
  patient_ = false;
  want_ = Want::transfer;
}

void Driver::transfer_when_ready(std::uint8_t* bytes, std::uint8_t out, std::uint8_t in, std::uint8_t next,
                                 std::uint32_t microseconds) {
  transfer(bytes, out, in, next);
  microseconds_ = microseconds;
  patient_ = true;
}

void Driver::wait(std::uint32_t microseconds, std::uint8_t next) {
  microseconds_ = microseconds;
  position_ = next;
  want_ = Want::wait;
}

bool Driver::repeat_again() {
  if (repeats_ == 0) {
    return false;
  }
  --repeats_;
  return true;
}

void Driver::note(Failure failure) {
  if (failure_ == Failure::none) {
    failure_ = failure;
  }
}

void Driver::fail(Failure failure) {
  note(failure);
  if (rescue_ == no_rescue) {
    want_ = Want::nothing;
  } else {
    position_ = rescue_;
  }
}

}  // namespace prometheus_express::sensors
