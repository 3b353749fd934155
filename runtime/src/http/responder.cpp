// The server with all its parts.
#include "prometheus_express/http/server.hpp"

namespace prometheus_express::http {

template class Responder<all_parts>;

}  // namespace prometheus_express::http
