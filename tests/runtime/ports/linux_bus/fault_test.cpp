// Every call of the ports fails with every error that is documented for it, at every place, once and for a while: the outcome
// is the one that is documented, nothing spins or leaks, and once the fault is over the bus works again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <prometheus_express/ports/linux_i2c/adapter.hpp>
#include <prometheus_express/ports/linux_spi/controller.hpp>
#include <string>
#include <vector>

#include "kernel.hpp"
#include "recorder.hpp"

namespace {

using prometheus_express::bus::Outcome;
using prometheus_express::linux_i2c::Adapter;
using prometheus_express::linux_spi::Controller;
using simulated_kernel::Call;
using simulated_kernel::Fault;
using simulated_kernel::Kernel;

constexpr std::uint32_t between = 250;  // milliseconds from one transfer to the next

struct I2cBench {
  I2cBench() {
    auto& device = kernel.add_i2c("/dev/i2c-1");
    device.bus.attach(0x76, part);
    device.bus.attach(0x40, part);
  }
  Outcome transfer(unsigned number) {
    std::uint8_t bytes[2] = {};
    return bus.begin({static_cast<std::uint8_t>(number % 2 == 0 ? 0x76 : 0x40)}, std::span(bytes).first(1),
                     bytes);
  }

  Kernel kernel;
  Recorder part;
  Adapter bus{"/dev/i2c-1"};
};

struct SpiBench {
  SpiBench() { kernel.add_spi("/dev/spidev0.0").part = &part; }
  Outcome transfer(unsigned number) {
    std::uint8_t bytes[2] = {};
    return bus.begin({0, static_cast<std::uint8_t>(number % 2), 1'000'000}, std::span(bytes).first(1), bytes);
  }

  Kernel kernel;
  Recorder part;
  Controller bus{"/dev/spidev0"};
};

// What the documentation of the ports says.
std::optional<Outcome> documented(Call call, int error) {
  if (call == Call::timeout || call == Call::close) {
    return std::nullopt;  // nobody notices
  }
  if (call == Call::rdwr && (error == ENXIO || error == EREMOTEIO)) {
    return Outcome::nack;
  }
  return call == Call::rdwr && error == EBUSY ? Outcome::stuck : Outcome::failed;
}

template <class Bench>
void expect_survival(const Fault& fault, Call call) {
  SCOPED_TRACE(std::string(name(call)) + ", call " + std::to_string(fault.from) + ", " +
               std::to_string(fault.times) + " times: " + std::strerror(fault.error));
  std::size_t open_files = 0;
  {
    Bench bench;
    bench.kernel.fail(fault);
    std::vector<Outcome> bad;
    unsigned good_in_a_row = 0;
    unsigned rounds = 0;
    for (; rounds < 400 && good_in_a_row < 8; ++rounds) {
      const std::size_t calls_before = bench.kernel.trace().size();
      const Outcome outcome = bench.transfer(rounds);
      EXPECT_LE(bench.kernel.trace().size() - calls_before, 6U);
      if (outcome == Outcome::ok) {
        ++good_in_a_row;
        EXPECT_STREQ(bench.bus.error(), "");
      } else {
        good_in_a_row = 0;
        bad.push_back(outcome);
        EXPECT_EQ(outcome == Outcome::nack, bench.bus.error()[0] == '\0') << bench.bus.error();
      }
      bench.kernel.pass(between);
    }
    EXPECT_EQ(good_in_a_row, 8U);
    if (const auto outcome = documented(call, fault.error)) {
      ASSERT_FALSE(bad.empty());
      EXPECT_EQ(bad.front(), *outcome);
      EXPECT_EQ(bench.part.transfers.size(), rounds - bad.size());
    } else {
      EXPECT_TRUE(bad.empty());
    }
    open_files = bench.kernel.open_files();
  }
  EXPECT_LE(open_files, 1U);
}

template <class Bench>
void expect_survival_of_all(int times) {
  std::vector<Call> trace;
  {
    Bench bench;
    for (unsigned round = 0; round < 6; ++round) {
      ASSERT_EQ(bench.transfer(round), Outcome::ok);
    }
    trace = bench.kernel.trace();
  }
  ASSERT_GE(trace.size(), 9U);
  for (std::size_t at = 0; at < trace.size(); ++at) {
    for (const int error : errors(trace[at])) {
      expect_survival<Bench>({.from = static_cast<int>(at) + 1, .times = times, .error = error}, trace[at]);
    }
  }
}

TEST(EveryCallOnAnAdapterFailingOnce, IsSurvived) { expect_survival_of_all<I2cBench>(1); }

TEST(EveryCallOnAnAdapterFailingForAWhile, IsSurvived) { expect_survival_of_all<I2cBench>(25); }

TEST(EveryCallOnAChipSelectFailingOnce, IsSurvived) { expect_survival_of_all<SpiBench>(1); }

TEST(EveryCallOnAChipSelectFailingForAWhile, IsSurvived) { expect_survival_of_all<SpiBench>(25); }

TEST(FailureToClose, IsOfNoInterest) {
  for (const int error : simulated_kernel::errors(Call::close)) {
    I2cBench bench;
    EXPECT_EQ(bench.transfer(0), Outcome::ok);
    bench.kernel.fail({.times = -1, .error = error, .call = Call::close});
    bench.kernel.remove("/dev/i2c-1");
    EXPECT_EQ(bench.transfer(0), Outcome::failed);
    EXPECT_EQ(bench.kernel.open_files(), 0U);
    bench.kernel.add_i2c("/dev/i2c-1").bus.attach(0x76, bench.part);
    bench.kernel.pass(250);
    EXPECT_EQ(bench.transfer(0), Outcome::ok);
  }
}

// Calls that a device which does not come back costs in an hour of ten transfers a second.
template <class Bench>
std::size_t calls_in_an_hour(Call call, int error) {
  Bench bench;
  EXPECT_EQ(bench.transfer(0), Outcome::ok);
  bench.kernel.fail({.times = -1, .error = error, .call = call});
  bench.kernel.forget_trace();
  for (unsigned round = 0; round < 36'000; ++round) {
    EXPECT_NE(bench.transfer(0), Outcome::ok);
    bench.kernel.pass(100);
  }
  return bench.kernel.trace().size();
}

TEST(DeviceThatDoesNotComeBack, CostsLittle) {
  // Every 4 s a file is opened, asked what it is, and closed again.
  for (const int error : {ENODEV, ESHUTDOWN}) {
    EXPECT_LE(calls_in_an_hour<I2cBench>(Call::rdwr, error), 900U * 7) << std::strerror(error);
    EXPECT_LE(calls_in_an_hour<SpiBench>(Call::message, error), 900U * 6) << std::strerror(error);
  }
}

}  // namespace
