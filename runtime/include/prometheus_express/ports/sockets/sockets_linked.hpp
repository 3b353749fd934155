// Whoever builds with CMake and forgot to link prometheus_express::sockets is told so, in the place of the linker's list of functions.
#pragma once

#if defined(PROMETHEUS_EXPRESS_LINKS_BASE) && !defined(PROMETHEUS_EXPRESS_LINKS_SOCKETS)
  #error \
      "link prometheus_express::sockets: target_link_libraries(YOUR_TARGET PRIVATE prometheus_express::sockets)"
#endif
