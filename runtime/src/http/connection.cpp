// Connections with all their parts.
#include "prometheus_express/http/definitions/connection.hpp"

#include "prometheus_express/http/definitions/connection_output.hpp"
#include "prometheus_express/http/definitions/connection_requests.hpp"

namespace prometheus_express::http {

template class BasicConnection<all_parts>;

}  // namespace prometheus_express::http
