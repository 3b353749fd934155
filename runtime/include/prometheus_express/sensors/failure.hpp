// Why a sample could not be taken, in the words of the health metrics' label `reason`.
#pragma once

#include <cstdint>

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

}  // namespace prometheus_express::sensors
