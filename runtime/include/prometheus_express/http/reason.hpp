// The words behind a status code.
#pragma once

#include <cstdint>
#include <string_view>

namespace prometheus_express::http {

/// Reason phrase of a status code (RFC 9110 section 15), empty for those that this runtime does not send by
/// itself. RFC 9112 section 4 lets it be empty.
std::string_view reason(std::uint16_t code);

}  // namespace prometheus_express::http
