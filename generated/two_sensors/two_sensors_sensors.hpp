// Sensors of two_sensors, generated with two_sensors.hpp. Do not edit.
#pragma once

#include "two_sensors.hpp"  // which has class Sensors
