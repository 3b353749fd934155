// Firmware for Arm's MPS2 boards: six sensors on I2C and SPI, served with lwIP over Ethernet. Everything happens in one
// loop, in memory that is fixed when the program is linked.
#include <lwip/stats.h>

#include <algorithm>
#include <array>
#include <prometheus_express/http/server.hpp>
#include <prometheus_express/ports/lwip.hpp>

#include "board.hpp"
#include "mps2.hpp"
#include "network.hpp"

namespace px = prometheus_express;
namespace http = px::http;
using mps2::Amount;
using mps2::Fate;
using mps2::Memory;
using mps2::Pool;

namespace {

struct Firmware {
  mps2::Metrics metrics;
  std::uint64_t milliseconds = 0;  // since the board started
  std::array<char, mps2::limits.body> note = {};
  std::size_t note_size = 0;

  px::Decimal<3, std::int64_t> uptime() const { return {static_cast<std::int64_t>(milliseconds)}; }

  std::uint32_t link_losses() const { return network::link_losses(); }

  std::uint32_t lwip_heap(Amount amount) const {
    const stats_mem& heap = lwip_stats.mem;
    return amount == Amount::used ? heap.used : amount == Amount::peak ? heap.max : heap.avail;
  }

  std::uint32_t lwip_pool(Pool pool) const {
    static constexpr memp_t pools[] = {MEMP_TCP_PCB, MEMP_TCP_PCB_LISTEN, MEMP_TCP_SEG, MEMP_PBUF_POOL};
    return lwip_stats.memp[pools[static_cast<std::size_t>(pool)]]->used;
  }

  std::uint32_t lwip_refused_allocations(Memory memory) const {
    static constexpr memp_t pools[] = {MEMP_MAX, MEMP_TCP_PCB, MEMP_TCP_SEG, MEMP_PBUF_POOL};
    return memory == Memory::heap ? lwip_stats.mem.err
                                  : lwip_stats.memp[pools[static_cast<std::size_t>(memory)]]->err;
  }

  std::uint32_t lwip_frames(Fate fate) const { return of_fate(lwip_stats.link, fate); }
  std::uint32_t lwip_tcp_segments(Fate fate) const { return of_fate(lwip_stats.tcp, fate); }

  px::Status read_note(const http::Request&, http::Response& response) {
    response.type("text/plain; charset=utf-8");
    return response.write({note.data(), note_size});
  }

  px::Status write_note(const http::Request& request, http::Response& response) {
    note_size = request.body().copy(note.data(), note.size());
    response.status(204);
    return px::Status::ok;
  }

 private:
  static std::uint32_t of_fate(const stats_proto& counts, Fate fate) {
    return fate == Fate::received ? counts.recv : fate == Fate::sent ? counts.xmit : counts.drop;
  }
};

constinit Firmware firmware;
constinit mps2::Sensors sensors{board::i2c, board::spi};
constinit px::lwip::Tcp<mps2::limits.connections> tcp;
constinit http::Memory<mps2::limits> memory;
constinit http::Responder server(mps2::site(firmware), tcp, memory);

[[noreturn]] void stop(std::string_view reason) {
  board::uart.write(reason);
  for (;;) {
    board::core.sleep();
  }
}

/// Says where the board listens, each time that it gets an address.
void announce() {
  static bool announced = false;
  const std::string_view address = network::address();
  if (announced != address.empty()) {
    return;
  }
  announced = !address.empty();
  if (announced) {
    board::uart.write("listening on http://");
    board::uart.write(address);
    board::uart.write(":8080/metrics\n");
  }
}

}  // namespace

int main() {
  board::start();
  if (!network::start(board::ethernet)) {
    stop("no LAN9118 answers\n");
  }
  if (tcp.listen(mps2::port) != px::Status::ok) {
    stop("lwIP cannot listen\n");
  }
  for (;;) {
    firmware.milliseconds = board::timer.milliseconds();
    const px::Time now{static_cast<std::uint32_t>(firmware.milliseconds)};

    const bool more_frames = network::poll(now);
    const px::Duration pause = std::min({sensors.poll(firmware.metrics, now), server.poll(now)});

    announce();
    if (!more_frames && pause > px::Duration{}) {
      board::core.sleep();
    }
  }
}
