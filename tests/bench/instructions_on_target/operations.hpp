#pragma once

// Each prints a line `name instructions` for every operation it measures.
namespace prometheus_express::bench {

void measure_runtime();
void measure_newlib();

}  // namespace prometheus_express::bench
