// A stream of lines of the control language.
#pragma once

#include <algorithm>
#include <string>

#include "datagram.hpp"
#include "prometheus_express/ports/simulated_w5500/chip.hpp"

namespace prometheus_express::simulated_w5500 {

class LineSession {
 public:
  explicit LineSession(Chip& chip) : chip_(chip) {}

  /// Takes what has arrived and appends the answers; false: a line that has no end.
  [[nodiscard]] bool take(std::span<const std::uint8_t> bytes, Microseconds /*now*/, Bytes& answers) {
    received_.append(bytes.begin(), bytes.end());
    for (auto end = received_.find('\n'); end != std::string::npos; end = received_.find('\n')) {
      std::string line = received_.substr(0, end);
      received_.erase(0, end + 1);
      if (line.ends_with('\r')) {
        line.pop_back();
      }
      quits_ = quits_ || line == "quit";
      const std::string answer = chip_.control(line);
      answers.insert(answers.end(), answer.begin(), answer.end());
    }
    return received_.size() <= longest_line;
  }

  [[nodiscard]] bool ends_the_program() const { return quits_; }

 private:
  static constexpr std::size_t longest_line = 4096;

  Chip& chip_;
  std::string received_;
  bool quits_ = false;
};

}  // namespace prometheus_express::simulated_w5500
