// Whoever builds with CMake and forgot to link prometheus_express::linux_spi is told so, in the place of the linker's list of functions.
// Headers have this in angle brackets, so that it sorts before those that it brings, which then say nothing more.
#pragma once

#if defined(PROMETHEUS_EXPRESS_LINKS_BASE) && !defined(PROMETHEUS_EXPRESS_LINKS_LINUX_SPI)
  #error \
      "link prometheus_express::linux_spi: target_link_libraries(YOUR_TARGET PRIVATE prometheus_express::linux_spi)"
  #define PROMETHEUS_EXPRESS_LINKS_LINUX_DEVICE 1
  #define PROMETHEUS_EXPRESS_LINKS_POSIX_SYSTEM 1
#endif
