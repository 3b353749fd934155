// Whoever builds with CMake and forgot to link prometheus_express::linux_i2c is told so, in the place of the linker's list of functions.
// Headers have this in angle brackets, so that it sorts before those that it brings, which then say nothing more.
#pragma once

#if defined(PROMETHEUS_EXPRESS_LINKS_BASE) && !defined(PROMETHEUS_EXPRESS_LINKS_LINUX_I2C)
  #error \
      "link prometheus_express::linux_i2c: target_link_libraries(YOUR_TARGET PRIVATE prometheus_express::linux_i2c)"
  #define PROMETHEUS_EXPRESS_LINKS_LINUX_DEVICE 1
  #define PROMETHEUS_EXPRESS_LINKS_POSIX_SYSTEM 1
#endif
