// Sensors of esp32_bme280, generated with esp32_bme280.hpp. Do not edit.
#pragma once

#include "esp32_bme280.hpp"  // which has class Sensors
