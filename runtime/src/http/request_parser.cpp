// The parser with all its parts.
#include "prometheus_express/http/definitions/request_parser.hpp"

#include "prometheus_express/http/definitions/request_parser_body.hpp"
#include "prometheus_express/http/definitions/request_parser_fields.hpp"

namespace prometheus_express::http {

template class BasicRequestParser<all_parts>;

}  // namespace prometheus_express::http
