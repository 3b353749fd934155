// Serving metrics with lwIP, on bare metal: link prometheus_express::lwip. See lwip/tcp.hpp.
#pragma once

#include "prometheus_express/ports/lwip/tcp.hpp"
