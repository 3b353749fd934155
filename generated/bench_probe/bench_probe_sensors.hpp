// Sensors of bench_probe, generated with bench_probe.hpp. Do not edit.
#pragma once

#include "bench_probe.hpp"  // which has class Sensors
