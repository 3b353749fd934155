// Prints every power that the text of a float or a double takes from a table: width, exponent, significand.
#include <cstdio>

#include "double_powers.hpp"
#include "float_powers.hpp"

using namespace prometheus_express;

int main() {
  for (int n = double_power_first; n < double_power_first + static_cast<int>(double_power_count); ++n) {
    for (const Uint128 power : {FullDoublePowers::at(n), CompactDoublePowers::at(n)}) {
      std::printf("128 %d %016llx%016llx\n", n, static_cast<unsigned long long>(power.high),
                  static_cast<unsigned long long>(power.low));
    }
  }
  for (int n = float_power_first; n < float_power_first + static_cast<int>(float_power_count); ++n) {
    std::printf("64 %d %016llx\n", n, static_cast<unsigned long long>(FloatPowers::at(n)));
  }
}
