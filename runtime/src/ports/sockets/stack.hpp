// The stack's own headers, and its names for what they have in common.
#pragma once

#if defined(__ZEPHYR__)
  #include <fcntl.h>
  #include <zephyr/net/socket.h>

  #define PROMETHEUS_EXPRESS_SOCKET(call) zsock_##call
  #define PROMETHEUS_EXPRESS_SOCKET_FLAG(name) ZSOCK_##name

namespace prometheus_express::sockets {
using PollEntry = zsock_pollfd;
}
#elif __has_include("lwip/sockets.h")
  #include "lwip/sockets.h"

  #define PROMETHEUS_EXPRESS_SOCKET(call) lwip_##call
  #define PROMETHEUS_EXPRESS_SOCKET_FLAG(name) name

namespace prometheus_express::sockets {
using PollEntry = pollfd;
}
#else
  #include <fcntl.h>
  #include <netinet/in.h>
  #include <netinet/tcp.h>
  #include <poll.h>
  #include <sys/socket.h>
  #include <unistd.h>

  #define PROMETHEUS_EXPRESS_SOCKET(call) ::call
  #define PROMETHEUS_EXPRESS_SOCKET_FLAG(name) name

namespace prometheus_express::sockets {
using PollEntry = pollfd;
}
#endif
