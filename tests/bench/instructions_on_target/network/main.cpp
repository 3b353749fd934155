// One whole scrape on a connection that is kept, from the frame with the request to the acknowledgement of the page: the
// example's loop, interface and options of lwIP, but for the controller. With the argument `page` it prints what the client
// has received instead.
#include <cstdio>
#include <prometheus_express/http/server.hpp>
#include <prometheus_express/ports/lwip.hpp>

#include "client.hpp"
#include "lan9118.hpp"
#include "network.hpp"
#include "report.hpp"
#include "scrape_request.hpp"
#include "station.hpp"

namespace prometheus_express::bench {
namespace {

constinit Station station;
constinit Lan9118 ethernet;
constinit lwip::Tcp<weather::limits.connections> tcp;
constinit http::Memory<weather::limits> memory;
constinit http::Responder server(weather::site(station), tcp, memory);
constinit Client client;

// What the board's loop does until there is nothing to do.
void work() {
  constexpr Time now{};
  bool more_frames = true;
  Duration pause{};
  while (more_frames || pause == Duration{}) {
    more_frames = network::poll(now);
    pause = server.poll(now);
  }
}

// Lets both ends work until no frame is under way. Returns the board's instructions.
std::uint32_t exchange() {
  std::uint32_t instructions = 0;
  while (!cable.to_board.empty()) {
    instructions += target::count_instructions([] { work(); });
    client.answer();
  }
  return instructions;
}

bool connect() {
  if (!network::start(ethernet) || tcp.listen(weather::port) != Status::ok) {
    return false;
  }
  client.connect();
  exchange();
  return client.connected();
}

std::uint32_t scrape() {
  client.forget();
  client.send(scrape_request);
  return exchange();
}

}  // namespace
}  // namespace prometheus_express::bench

int main(int argc, char**) {
  using namespace prometheus_express::bench;
  station.set_values();
  if (!connect()) {
    std::puts("the board and its client cannot connect");
    return 1;
  }
  scrape();
  if (argc > 1) {
    std::fwrite(client.received().data(), 1, client.received().size(), stdout);
    return client.content() ? 0 : 1;
  }
  return run([] { print("scrape", scrape()); });
}
