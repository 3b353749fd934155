// How many HTTP answers had which status, for the library's own metric.
//
//   StatusCounts<Unshared, 200, 404> answers;
//   answers.count(404);
//   answers.counted(1);                      // 1; number 2 counts all other statuses
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "prometheus_express/metrics/cell.hpp"

namespace prometheus_express {

template <class Access, std::uint16_t... codes>
class StatusCounts {
 public:
  constexpr void count(std::uint16_t code) {
    std::size_t number = 0;
    while (number < sizeof...(codes) && listed[number] != code) {
      ++number;
    }
    Access::update(counts_[number], [](std::uint32_t count) { return count + 1U; });
  }

  [[nodiscard]] constexpr std::uint32_t counted(std::size_t number) const {
    return Access::load(counts_[number]);
  }

 private:
  static constexpr std::uint16_t listed[] = {codes...};

  std::array<std::uint32_t, sizeof...(codes) + 1> counts_{};
};

}  // namespace prometheus_express
