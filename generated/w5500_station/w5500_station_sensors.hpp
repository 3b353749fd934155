// Sensors of w5500_station, generated with w5500_station.hpp. Do not edit.
#pragma once

#include "w5500_station.hpp"  // which has class Sensors
