// Threads beside the main program's.
#pragma once

#include <functional>
#include <prometheus_express/ports/posix/posix_system_linked.hpp>
#include <thread>

namespace prometheus_express::posix {

/// Starts a thread that signals pass by, for they are the main program's. Throws what std::thread throws when the system has
/// no room for one.
[[nodiscard]] std::thread start_thread(std::function<void()> run);

}  // namespace prometheus_express::posix
