// newlib-nano's snprintf, which firmware would otherwise use for the value of a line.
#include "operations.hpp"
#include "report.hpp"

namespace prometheus_express::bench {

void measure_newlib() {
  char text[32];
  const auto count = opaque(1060948ul);
  report("snprintf_uint32", [&] { std::snprintf(text, sizeof text, "%lu", count); });
  const auto value = opaque(24.7359);
  report("snprintf_double_4_digits", [&] { std::snprintf(text, sizeof text, "%.4f", value); });
  report("snprintf_double_9_digits", [&] { std::snprintf(text, sizeof text, "%.9g", value); });
  report("snprintf_double_17_digits", [&] { std::snprintf(text, sizeof text, "%.17g", value); });
}

}  // namespace prometheus_express::bench
