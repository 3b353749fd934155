// Who asks, and how much: bytes by the address of each HTTP client. Addresses come at run time, so their label is an open one:
// there is room for eight, and a ninth takes the place of the one that has been silent longest.
#include <prometheus_express/host.hpp>

#include "peers.hpp"

using peers::Direction;

struct Peers {
  peers::Metrics metrics;

  void count(std::string_view peer, std::size_t received, std::size_t sent) {
    metrics.peer.labels(peer, Direction::received).inc(received);
    metrics.peer.labels(peer, Direction::sent).inc(sent);
  }
};
constinit Peers application;

int main(int argc, char** argv) {
  return prometheus_express::host::serve(
      peers::site(application), argc, argv,
      {.traffic = [](std::string_view peer, std::size_t received, std::size_t sent) {
        application.count(peer, received, sent);
      }});
}
