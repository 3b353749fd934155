#include "routes.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

bool is_near(const CommonRegisters& common, const Address& address) {
  const Address mask = common.address(common::subr);
  const Address own = common.address(common::sipr);
  for (std::size_t at = 0; at < address.size(); ++at) {
    if ((address[at] & mask[at]) != (own[at] & mask[at])) {
      return false;
    }
  }
  return true;
}

Route in_network(const Options& options, const Place& destination) {
  for (const Remote& remote : options.remotes) {
    if (remote.address == destination.address && (remote.port == 0 || remote.port == destination.port)) {
      return {Route::Kind::host, {remote.host, remote.host_port == 0 ? destination.port : remote.host_port}};
    }
  }
  if (destination.address == options.host) {
    return {Route::Kind::host, {loopback, destination.port}};
  }
  return {destination.address == options.gateway ? Route::Kind::gateway : Route::Kind::absent, {}};
}

}  // namespace

Route route(const Context& context, const Place& destination) {
  if (destination.address == broadcast_address) {
    return {Route::Kind::broadcast, {}};
  }
  if (destination.address[0] == loopback[0]) {
    return {Route::Kind::host, destination};
  }
  const bool near = is_near(context.common, destination.address);
  const Address gateway = context.common.address(common::gar);
  if (!near && gateway != context.options.gateway) {
    // Without a gateway the chip asks for 0.0.0.0, and hears nothing: the vendor's DHCP client relies on that time-out.
    return {gateway == Address{} ? Route::Kind::absent : Route::Kind::unroutable, {}};
  }
  Route found = in_network(context.options, destination);
  if (found.kind == Route::Kind::absent && !near) {
    found.kind = Route::Kind::silent;
  }
  return found;
}

Place seen_by_chip(const Options& options, const Place& host) {
  for (const Remote& remote : options.remotes) {
    if (remote.host == host.address && remote.host_port != 0 && remote.host_port == host.port) {
      return {remote.address, remote.port};
    }
  }
  return host.address == loopback ? Place{options.host, host.port} : host;
}

}  // namespace prometheus_express::simulated_w5500
