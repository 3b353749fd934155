// The page, one of its lines, one request and one whole scrape but for the network. With the argument `page` it prints the
// page instead, which is the same text whatever the values are stored as.
#include <array>
#include <cstdio>
#include <cstring>

#include "instruction_counter.hpp"
#include "prometheus_express/exposition/renderer.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/server.hpp"
#include "report.hpp"
#include "scrape_request.hpp"
#include "station.hpp"

namespace prometheus_express::bench {
namespace {

constinit Station station;

constexpr std::size_t page_size_at_most = 2048;
std::array<char, 2 * page_size_at_most> text;
std::size_t text_size = 0;

void render(std::size_t room) {
  alignas(snapshot_alignment) static std::byte snapshot[weather::snapshot_bytes];
  Renderer renderer(weather::default_page, weather::source(station), snapshot);
  text_size = 0;
  while (const std::size_t size = renderer.fill(std::span(text).subspan(text_size).first(room))) {
    text_size += size;
  }
}

void parse() {
  std::array<char, weather::limits.stored_bytes> storage;
  http::RequestParser<http::all_parts> parser;
  parser.attach(storage);
  parser.start(weather::limits.header_bytes);
  std::string_view input = scrape_request;
  while (parser.next(input) != http::ParserEvent::complete) {
  }
}

// One client that keeps its connection, and takes all that it is given at once.
class Client final : public transport::Transport {
 public:
  void ask() { left_ = scrape_request; }

  bool waiting() override { return waiting_; }
  bool accept(transport::Slot) override {
    waiting_ = false;
    return true;
  }
  transport::Transfer take(transport::Slot, std::span<char> into) override {
    const std::size_t size = left_.copy(into.data(), into.size());
    left_.remove_prefix(size);
    return {size, transport::Link::open};
  }
  transport::Transfer offer(transport::Slot, std::span<const char> bytes) override {
    received += bytes.size();
    return {bytes.size(), transport::Link::open};
  }
  void finish(transport::Slot) override {}
  void close(transport::Slot) override {}
  void abort(transport::Slot) override {}

  std::size_t received = 0;

 private:
  std::string_view left_;
  bool waiting_ = true;
};

constinit Client client;
http::Server server(weather::site(station), client);

void scrape() {
  client.ask();
  client.received = 0;
  while (server.poll(Time{}) == Duration{}) {
  }
}

void measure() {
  report("page", [] { render(weather::limits.output_buffer); });
  // One line more, of a number with six digits; a series without a value takes a few instructions too.
  auto render_at_once = [] { render(page_size_at_most); };
  const std::uint32_t with = target::count_instructions(render_at_once);
  station.metrics.temperature.remove(weather::Sensor::si7021);
  const std::uint32_t without = target::count_instructions(render_at_once);
  station.set_values();
  print("line", with - without);
  report("request", [] { parse(); });
  scrape();  // accepts the client
  report("scrape", [] { scrape(); });
}

}  // namespace
}  // namespace prometheus_express::bench

int main(int argc, char**) {
  using namespace prometheus_express;
  bench::station.set_values();
  if (argc > 1) {
    bench::render(bench::page_size_at_most);
    std::fwrite(bench::text.data(), 1, bench::text_size, stdout);
    return 0;
  }
  return bench::run(bench::measure);
}
