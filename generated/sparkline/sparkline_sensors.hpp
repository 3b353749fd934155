// Sensors of sparkline, generated with sparkline.hpp. Do not edit.
#pragma once

#include "sparkline.hpp"  // which has class Sensors
