// Why a sample could not be taken, in the words of the health metrics' label `reason`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace prometheus_express::sensors {

enum class Failure : std::uint8_t {
  none,
  nack,          // the part does not acknowledge: it is absent, or has lost its power
  wrong_id,      // another part answers at this address
  crc,           // a checksum does not fit
  timeout,       // the part is never ready
  no_data,       // the part holds no new sample, or the pattern of its reset
  fault,         // the part reports a fault of its wiring
  out_of_range,  // a value that no part reports, or outside of what the schema calls plausible
  bus,           // a line is held, or the adapter failed
};

/// The value of the label `reason`; empty for `none`, and for what is no failure.
constexpr std::string_view reason(Failure failure) {
  switch (failure) {
    case Failure::none:
      return "";
    case Failure::nack:
      return "nack";
    case Failure::wrong_id:
      return "wrong_id";
    case Failure::crc:
      return "crc";
    case Failure::timeout:
      return "timeout";
    case Failure::no_data:
      return "no_data";
    case Failure::fault:
      return "fault";
    case Failure::out_of_range:
      return "out_of_range";
    case Failure::bus:
      return "bus";
  }
  return "";
}

/// Whether `values` are the reasons of all failures but `none`, in their order. Generated code, which makes the one enum from
/// the other by its number, refuses to compile where they are not.
template <std::size_t size>
consteval bool are_reasons(const std::array<std::string_view, size>& values) {
  for (std::size_t number = 0; number < size; ++number) {
    const std::string_view said = reason(static_cast<Failure>(number + 1));
    if (said.empty() || said != values[number]) {
      return false;
    }
  }
  return reason(static_cast<Failure>(size + 1)).empty();
}

}  // namespace prometheus_express::sensors
