// Where a destination of the chip's is on this machine.
#pragma once

#include "context.hpp"

namespace prometheus_express::simulated_w5500 {

struct Route {
  enum class Kind : std::uint8_t {
    host,     // at `place`
    gateway,  // has the services
    broadcast,
    absent,      // nobody answers to ARP
    silent,      // it goes out to the world, from which no answer comes
    unroutable,  // the gateway that is set is none
  };
  Kind kind = Kind::absent;
  Place place = {};
};

[[nodiscard]] Route route(const Context& context, const Place& destination);

/// Who has sent something, as the chip sees it.
[[nodiscard]] Place seen_by_chip(const Options& options, const Place& host);

}  // namespace prometheus_express::simulated_w5500
