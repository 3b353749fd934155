// One counter, printed each second: no network, no server. What a bare board would write to its serial line.
#include <unistd.h>

#include <array>
#include <cstdio>
#include <prometheus_express/exposition/renderer.hpp>

#include "minimal.hpp"

struct Minimal {
  minimal::Metrics metrics;
};
constinit Minimal application;

int main() {
  for (;;) {
    prometheus_express::Renderer renderer(minimal::default_page, minimal::source(application));
    std::array<char, 64> buffer;
    while (const std::size_t size = renderer.fill(buffer)) {
      std::fwrite(buffer.data(), 1, size, stdout);
    }
    std::fflush(stdout);
    sleep(1);
    application.metrics.uptime.inc();
  }
}
