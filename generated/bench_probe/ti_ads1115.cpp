// ti/ads1115: Analog-to-digital converter with 4 inputs and 16 bits. Generated from its description; do not edit.
#include "ti_ads1115.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_503c90ad {
namespace {

template <class Real>
[[maybe_unused]] constexpr Real full_scale_volts_choices[] = {Real(6.144), Real(4.096), Real(2.048), Real(1.024),
    Real(0.512), Real(0.256)};

}  // namespace

template <class Real>
Real TiAds1115::Readings::voltage(std::uint8_t turn) const {
  return Real(code_[turn])
      * full_scale_volts_choices<Real>[static_cast<std::size_t>(settings.full_scale_volts)] / Real(32768);
}
template float TiAds1115::Readings::voltage<float>(std::uint8_t turn) const;
template double TiAds1115::Readings::voltage<double>(std::uint8_t turn) const;

template <class Real>
Real TiAds1115::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return voltage<Real>(0);
    case 1:
      return voltage<Real>(1);
    case 2:
      return voltage<Real>(2);
    case 3:
      return voltage<Real>(3);
    default:
      return Real{};
  }
}
template float TiAds1115::Readings::value<float>(std::uint8_t channel) const;
template double TiAds1115::Readings::value<double>(std::uint8_t channel) const;

bool TiAds1115::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "full_scale_volts") {
    static constexpr std::string_view choices[] = {"6.144", "4.096", "2.048", "1.024", "0.512", "0.256"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.full_scale_volts = static_cast<FullScaleVolts>(place);
      return true;
    }
    return false;
  }
  if (name == "samples_per_second") {
    static constexpr std::string_view choices[] = {"8", "16", "32", "64", "128", "250", "475", "860"};
    const std::size_t place = px::sensors::find_choice(choices, value);
    if (place < std::size(choices)) {
      settings.samples_per_second = static_cast<SamplesPerSecond>(place);
      return true;
    }
    return false;
  }
  return false;
}

void TiAds1115::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // measure: a sample starts here
    case 0:  // each: 4 turns
      turn_ = 0;
      [[fallthrough]];
    case 1:  // part
      set_rescue(8);
      // write: configuration (0x01)
      // configuration: idle, input, gain, single_shot, rate, comparator
      px::sensors::put(buffer_.data() + 1,
          static_cast<std::uint32_t>(((4 + turn_) << 12)
            | (static_cast<std::int32_t>(readings_.settings.full_scale_volts) << 9)
            | (static_cast<std::int32_t>(readings_.settings.samples_per_second) << 5) | 33027), 2);
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 3, 0, 2);
      return;
    case 2:  // wait
      wait(
          static_cast<std::uint32_t>(1100000
            / readings_.samples_per_second_choices[static_cast<std::size_t>(readings_.settings.samples_per_second)]),
          3);
      return;
    case 3:  // repeat: at most 20 times, every 1 ms
      set_repeats(19);
      [[fallthrough]];
    case 4:  // read: configuration (0x01)
      buffer_[0] = 0x01;
      transfer(buffer_.data(), 1, 2, 5);
      return;
    case 5: {  // read: configuration (0x01), continued
      const std::uint8_t idle = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 0, 1));
      readings_.comparator_[turn_] = static_cast<std::uint8_t>(px::sensors::bits(buffer_.data(), 11, 5));
      // repeat, continued
      if (idle != 0) {
        return go(6);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::timeout);
      }
      wait(1000, 4);
      return;
    }
    case 6:  // check
      if (readings_.comparator_[turn_] != 3) {
        return fail(px::sensors::Failure::no_data);
      }
      // read: conversion (0x00)
      buffer_[0] = 0x00;
      transfer(buffer_.data(), 1, 2, 7);
      return;
    case 7:  // read: conversion (0x00), continued
      readings_.code_[turn_] = static_cast<std::int16_t>(px::sensors::signed_bits(buffer_.data(), 0, 16));
      // publish: voltage
      if (readings_.code_[turn_] != 32767 && readings_.code_[turn_] != -32768) {
        publish(turn_);  // voltage
      } else {
        note(px::sensors::Failure::out_of_range);
      }
      [[fallthrough]];
    case 8:  // part, continued
      set_rescue(no_rescue);
      // each, continued
      if (++turn_ < 4) {
        return go(1);
      }
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_503c90ad
