// One I2C bus for two users that know nothing of each other, as the sensors of a schema and a display. Each has a bus that it
// may use as if it were alone: a transfer that is begun while the other's is under way begins when that has ended.
//
//   SharedI2c i2c0(bus);
//   Sensors sensors(i2c0.first);
//   Ssd1306 display(i2c0.second, {0x3C});
//
// Who waits goes next, so that neither keeps the other from the bus. Both must ask for the outcome of what they begin, or cancel it.
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

class SharedI2c {
  using Bus = prometheus_express::bus::I2c;
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

 public:
  class User final : public Bus {
   public:
    explicit constexpr User(SharedI2c& shared) : shared_(shared) {}

    [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                                std::span<std::uint8_t> in) override {
      target_ = target;
      out_ = out;
      in_ = in;
      return shared_.go_on(*this);
    }
    [[nodiscard]] Outcome(poll)() override { return shared_.go_on(*this); }
    void cancel() override { shared_.cancel(*this); }
    /// False while the other's transfer is under way: lines that it holds are not free.
    [[nodiscard]] bool recover() override { return shared_.owner_ == nullptr && shared_.bus_.recover(); }

   private:
    friend class SharedI2c;
    SharedI2c& shared_;
    Target target_ = {};
    std::span<const std::uint8_t> out_ = {};
    std::span<std::uint8_t> in_ = {};
  };

  /// `bus` must outlive this.
  explicit constexpr SharedI2c(Bus& bus) : bus_(bus) {}

  SharedI2c(const SharedI2c&) = delete;
  SharedI2c& operator=(const SharedI2c&) = delete;

  User first{*this};
  User second{*this};

 private:
  Outcome go_on(User& user) {
    if (owner_ != nullptr ? owner_ != &user : waiting_ != nullptr && waiting_ != &user) {
      waiting_ = waiting_ == nullptr ? &user : waiting_;
      return Outcome::pending;
    }
    const bool begins = owner_ == nullptr;
    if (begins) {
      owner_ = &user;
      waiting_ = nullptr;
    }
    const Outcome outcome = begins ? bus_.begin(user.target_, user.out_, user.in_) : (bus_.poll)();
    if (outcome != Outcome::pending) {
      owner_ = nullptr;
    }
    return outcome;
  }

  void cancel(User& user) {
    if (owner_ == &user) {
      bus_.cancel();
      owner_ = nullptr;
    }
    if (waiting_ == &user) {
      waiting_ = nullptr;
    }
  }

  Bus& bus_;
  User* owner_ = nullptr;    // whose transfer is under way
  User* waiting_ = nullptr;  // who goes next
};
