// Stands in for the header of that name of the board feather_m4: a core that never sleeps.
#pragma once

#include <cstdint>

namespace core {

inline void sleep_until(std::uint32_t) {}
inline void forget(std::uint32_t) {}

}  // namespace core
