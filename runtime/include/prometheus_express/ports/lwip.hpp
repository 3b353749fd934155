// Serving and sending metrics with lwIP, on bare metal: link prometheus_express::lwip. See lwip/tcp.hpp and
// lwip/tcp_client.hpp.
#pragma once

#include "prometheus_express/ports/lwip/tcp.hpp"
#include "prometheus_express/ports/lwip/tcp_client.hpp"
