// What host.hpp provides, by the names that programs know it by from before `host` was a layer of its own: this header, the
// namespace posix, and the CMake target prometheus_express::posix.
#pragma once

#include "prometheus_express/host.hpp"

namespace prometheus_express::posix {

using host::announce;
using host::Arguments;
using host::complain;
using host::Listen;
using host::Option;
using host::Program;
using host::read_sensors;
using host::Schedule;
using host::SensorNews;
using host::serve;
using host::Server;
using host::Threads;

}  // namespace prometheus_express::posix
