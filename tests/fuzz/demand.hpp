// What must hold in a fuzz target.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

/// Ends the program, which keeps the input, unless `holds`.
inline void demand(bool holds, const char* what, const std::string& found = "") {
  if (!holds) {
    std::fprintf(stderr, "does not hold: %s\n%s\n", what, found.c_str());
    std::abort();
  }
}
