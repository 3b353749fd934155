#include "prometheus_express/ports/posix_tcp/failure.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>

namespace prometheus_express::posix {

using transport::State;

State connect_failure(int error, int family) {
  switch (error) {
    case ECONNREFUSED:
      return State::refused;
    case ECONNRESET:  // between the end of the handshake and our look at it
      return State::reset;
    case ETIMEDOUT:
      return State::timed_out;
    case EADDRNOTAVAIL:  // of IPv6: no address of our own; of IPv4, which has one mostly: no port is free
      return family == AF_INET6 ? State::unreachable : State::no_resources;
    case EAGAIN:
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
      return State::no_resources;
    default:  // EHOSTUNREACH, ENETUNREACH, EAFNOSUPPORT; EACCES, EPERM: a packet filter
      return State::unreachable;
  }
}

State stream_failure(int error) {
  switch (error) {
    case ETIMEDOUT:
      return State::timed_out;
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETDOWN:
    case ENETUNREACH:
      return State::unreachable;
    default:
      return State::reset;
  }
}

State lookup_failure(int result, int error) {
  switch (result) {
    case EAI_NONAME:
#ifdef EAI_NODATA
  #if EAI_NODATA != EAI_NONAME
    case EAI_NODATA:
  #endif
#endif
#ifdef EAI_ADDRFAMILY
    case EAI_ADDRFAMILY:
#endif
      return State::no_such_name;
    case EAI_MEMORY:
      return State::no_resources;
    case EAI_SYSTEM:
      return error == EMFILE || error == ENFILE || error == ENOMEM ? State::no_resources
                                                                   : State::name_lookup_failed;
    default:  // EAI_AGAIN, EAI_FAIL
      return State::name_lookup_failed;
  }
}

}  // namespace prometheus_express::posix
