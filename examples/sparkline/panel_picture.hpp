// What a simulated display shows, for people: as text, or as a PNG.
#pragma once

#include <string>

#include "panel.hpp"

/// 32 lines of 128 characters (UTF-8), each two pixels, one above the other.
[[nodiscard]] std::string text_of(const Panel& panel);

/// A file of the PNG Specification (Third Edition), black and white, four pixels wide and high for each of the panel's. Not
/// compressed, so that it needs no library.
[[nodiscard]] std::string png_of(const Panel& panel);
