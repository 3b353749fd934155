// Label values that are known at run time only, as they stand on a page: in quotes, with escapes.
#pragma once

#include <string_view>

namespace prometheus_express {

/// Takes what can be written as it is, or one character that is escaped (`\`, `"`, newline;
/// "Text format details" of the exposition formats).
[[nodiscard]] std::string_view take_escaped(std::string_view& rest);

}  // namespace prometheus_express
