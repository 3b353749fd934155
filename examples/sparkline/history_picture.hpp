// A history of temperatures as a picture: the newest in figures at the top left, lowest and highest at the top right, and below
// them a curve, the newest at its right end, from the lowest at the bottom to the highest at the top. Where less than a degree
// is between these, the curve is in the middle and drawn as if it were one. Where nothing was measured, there is no curve.
#pragma once

#include "frame.hpp"
#include "history.hpp"

/// The values are hundredths of a degree.
void draw_history(const History& history, Frame& frame);
