// What a driver did wrong, a sentence each.
//
//   EXPECT_EQ(chip.findings().count(Severity::violation), 0U) << chip.findings().text();
#pragma once

#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/simulated_w5500/simulated_w5500_linked.hpp>
#include <string>
#include <vector>

namespace prometheus_express::simulated_w5500 {

using Microseconds = std::uint64_t;

enum class Severity : std::uint8_t {
  violation,  // the datasheet forbids it, or data is lost or corrupted for certain
  caution,    // allowed, but known to go wrong
  note,       // harmless
};
constexpr std::size_t severities = 3;

struct Finding {
  Severity severity = Severity::note;
  Microseconds time = 0;  // of the first of them
  int socket = -1;        // -1: of the whole chip
  std::string sentence;
  unsigned times = 1;
};

class Findings {
 public:
  /// One that is there already, of that socket, is counted once more.
  void add(Severity severity, Microseconds time, int socket, std::string sentence);

  [[nodiscard]] unsigned count(Severity severity) const {
    return counts_[static_cast<std::size_t>(severity)];
  }
  [[nodiscard]] unsigned violations() const { return count(Severity::violation); }
  [[nodiscard]] unsigned cautions() const { return count(Severity::caution); }
  [[nodiscard]] const std::vector<Finding>& list() const { return list_; }

  /// A line each: `0.001234 violation socket 3: …`, with how often behind it.
  [[nodiscard]] std::string text() const;

  void clear();

 private:
  static constexpr std::size_t kept = 1000;  // further ones are counted only

  std::vector<Finding> list_;
  unsigned counts_[severities] = {};
};

}  // namespace prometheus_express::simulated_w5500
