// Media types of the exposition formats.
#pragma once

#include <string_view>

namespace prometheus_express {

/// Text format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Basic info").
inline constexpr std::string_view text_content_type = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace prometheus_express
