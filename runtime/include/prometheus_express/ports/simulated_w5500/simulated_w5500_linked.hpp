// Whoever builds with CMake and forgot to link prometheus_express::simulated_w5500 is told so, in the place of the linker's list of functions.
// Headers have this in angle brackets, so that it sorts before those that it brings, which then say nothing more.
#pragma once

#if defined(PROMETHEUS_EXPRESS_LINKS_BASE) && !defined(PROMETHEUS_EXPRESS_LINKS_SIMULATED_W5500)
  #error \
      "link prometheus_express::simulated_w5500: target_link_libraries(YOUR_TARGET PRIVATE prometheus_express::simulated_w5500)"
  #define PROMETHEUS_EXPRESS_LINKS_SPI_SOCKET 1
  #define PROMETHEUS_EXPRESS_LINKS_POSIX_SYSTEM 1
#endif
