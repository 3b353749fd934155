#include "ghosts.hpp"

#include <utility>

namespace prometheus_express::simulated_w5500 {

void Ghosts::add(HostStream stream, bool ended, Microseconds now) {
  if (!stream.is_open()) {
    return;
  }
  if (ghosts_.size() == kept) {
    ghosts_.front().stream.reset();
    ghosts_.erase(ghosts_.begin());
  }
  ghosts_.push_back({std::move(stream), ended, now});
}

void Ghosts::run(Microseconds now, bool reachable) {
  if (ghosts_.empty()) {
    return;
  }
  watched_.clear();
  for (const Ghost& ghost : ghosts_) {
    watched_.push_back({ghost.stream.number(), static_cast<short>(ghost.ended ? 0 : POLLIN), 0});
  }
  (void)::poll(watched_.data(), watched_.size(), 0);
  for (std::size_t at = ghosts_.size(); at-- > 0;) {
    const bool heard = reachable && watched_[at].revents != 0;
    if (heard || now - ghosts_[at].since > longest) {
      ghosts_[at].stream.reset();
      ghosts_.erase(ghosts_.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
}

}  // namespace prometheus_express::simulated_w5500
