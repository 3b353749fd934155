// The text of one value, which is volatile so that it is not made at build time.
#include "double_powers.hpp"
#include "double_text.hpp"

volatile auto hidden = 24.7359;

int main() {
  prometheus_express::NumberText text;
  const auto value = hidden;
  return static_cast<int>(prometheus_express::format_with<prometheus_express::FullDoublePowers>(text, value));
}
