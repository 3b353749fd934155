// Sensors of ethernet_station, generated with ethernet_station.hpp. Do not edit.
#pragma once

#include "ethernet_station.hpp"  // which has class Sensors
