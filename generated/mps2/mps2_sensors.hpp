// Sensors of mps2, generated with mps2.hpp. Do not edit.
#pragma once

#include "mps2.hpp"  // which has class Sensors
