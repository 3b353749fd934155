// The text of one value, which is volatile so that it is not made at build time.
#include "prometheus_express/base/number_text.hpp"

volatile auto hidden = std::uint32_t{1060948};

int main() {
  prometheus_express::NumberText text;
  const auto value = hidden;
  return static_cast<int>(prometheus_express::format(text, value));
}
