// Sensors of weather_station, generated with weather_station.hpp. Do not edit.
#pragma once

#include "weather_station.hpp"  // which has class Sensors
