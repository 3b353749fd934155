#include "prometheus_express/ports/simulated_w5500/findings.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr const char* words[severities] = {"violation", "caution", "note"};

}  // namespace

void Findings::add(Severity severity, Microseconds time, int socket, std::string sentence) {
  ++counts_[static_cast<std::size_t>(severity)];
  const auto same = std::find_if(list_.begin(), list_.end(), [&](const Finding& finding) {
    return finding.severity == severity && finding.socket == socket && finding.sentence == sentence;
  });
  if (same != list_.end()) {
    ++same->times;
  } else if (list_.size() < kept) {
    list_.push_back({severity, time, socket, std::move(sentence)});
  }
}

std::string Findings::text() const {
  std::string text;
  for (const Finding& finding : list_) {
    char head[64];
    std::snprintf(head, sizeof head, "%.6f %s ", static_cast<double>(finding.time) / 1e6,
                  words[static_cast<std::size_t>(finding.severity)]);
    text += head;
    text += finding.socket < 0 ? "chip" : "socket " + std::to_string(finding.socket);
    text += ": " + finding.sentence;
    if (finding.times > 1) {
      text += " (" + std::to_string(finding.times) + " times)";
    }
    text += "\n";
  }
  return text;
}

void Findings::clear() {
  list_.clear();
  std::fill(std::begin(counts_), std::end(counts_), 0U);
}

}  // namespace prometheus_express::simulated_w5500
