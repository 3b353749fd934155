// Sensors of stemma, generated with stemma.hpp. Do not edit.
#pragma once

#include "stemma.hpp"  // which has class Sensors
