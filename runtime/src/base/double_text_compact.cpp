#include "double_powers.hpp"
#include "double_text.hpp"

namespace prometheus_express {

std::size_t format(NumberText& out, double value) { return format_with<CompactDoublePowers>(out, value); }

}  // namespace prometheus_express
