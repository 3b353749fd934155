// What a call came to, as a value: the runtime neither throws nor aborts.
//
//   if (Status status = response.write(text); status != Status::ok) { return status; }
#pragma once

#include <cstdint>

namespace prometheus_express {

// clang-format 14 takes what follows the attribute for the value of a variable.
// clang-format off
enum class [[nodiscard]] Status : std::uint8_t {
  ok,
  invalid_argument,  // the caller passed what the contract excludes
  no_space,          // a bounded buffer is full; nothing was written
  not_found,         // what was named does not exist
  unavailable,       // the world outside refused: a sensor, a file, a peer
};
// clang-format on

}  // namespace prometheus_express
