// Writes records to standard output for ecmascript_check.mjs: a double in 8 bytes, little-endian, the length
// of its text, the text.
#include <cstdio>
#include <string>

#include "number_text_oracle.hpp"
#include "prometheus_express/base/number_text.hpp"

using namespace prometheus_express;

int main() {
  std::vector<double> values = number_text_oracle::hard_cases<double>();
  for (std::size_t i = values.size(); i-- > 0;) {
    values.push_back(-values[i]);
  }
  number_text_oracle::Random random(6);
  for (int i = 0; i < 1'000'000; ++i) {
    values.push_back(std::bit_cast<double>(random()));
    values.push_back(static_cast<double>(static_cast<std::int64_t>(random())) * 1e-9);
  }
  for (const double value : values) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int byte = 0; byte < 8; ++byte, bits >>= 8) {
      std::putchar(static_cast<int>(bits & 0xff));
    }
    NumberText text;
    const std::size_t length = format(text, value);
    std::putchar(static_cast<int>(length));
    std::fwrite(text.data(), 1, length, stdout);
  }
}
