// The input is what the values and open labels of a page are, and the sizes of the buffers that it is rendered into. The
// page is the same as written line by line, in every split.
#include "prometheus_express/exposition/renderer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demand.hpp"
#include "prometheus_express/exposition/read_open.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/open_family.hpp"

namespace {

using namespace prometheus_express;

constexpr std::size_t series_count = 7;

// A family in two blocks, the second without a head; one with a head alone when its series is absent; a supplied one.
constexpr char stored_text[] = "# HELP a A\n# TYPE a gauge\na{b=\"@ 1\"} @\na{b=\"\\\"\"} @\na @\n";
constexpr char more_text[] = "a{b=\"3\"} @\na{b=\"4\"} @\n";
constexpr char bare_text[] = "c @\n";
constexpr char supplied_text[] = "# TYPE d counter\nd @\n";
constexpr auto stored_stops = stops<3>(stored_text);
constexpr auto more_stops = stops<2>(more_text);
constexpr auto bare_stops = stops<1>(bare_text);
constexpr auto supplied_stops = stops<1>(supplied_text);
constexpr Block stored_blocks[] = {{stored_text, stored_stops}, {more_text, more_stops}};
constexpr Block bare_blocks[] = {{bare_text, bare_stops}};
constexpr Block supplied_blocks[] = {{supplied_text, supplied_stops}};

struct Value {
  NumberText text;
  std::size_t size;
};
using Peers = OpenFamily<Counter<std::uint32_t, Initial::zero, Unshared, Tallied<>>, 3, WhenFull::drop,
                         Unshared, OpenLabel<9>>;
struct Values {
  std::array<Value, series_count> values;
  Peers peers;
};

std::size_t read(const void* first, Line line, Snapshot, NumberText& text) {
  const Value& value = static_cast<const Value*>(first)[line.child];
  std::copy_n(value.text.begin(), value.size, text.begin());
  return value.size;
}

std::size_t supply(const void* application, Line line, Snapshot snapshot, NumberText& text) {
  return read(&static_cast<const Values*>(application)->values[6], line, snapshot, text);
}

constexpr char peer_text[] = "# TYPE p counter\np{peer=@} @\n";
constexpr auto peer_stops = stops<1, 1>(peer_text);
constexpr Block peer_blocks[] = {{peer_text, peer_stops}};
constexpr TextHoles peer_holes{1,
                               [](const Source&, Snapshot snapshot, std::size_t hole) -> std::string_view {
                                 return open_text<Peers>(snapshot, hole);
                               },
                               take_label};

constexpr PageFamily families[] = {
    {stored_blocks, read, 0},
    {bare_blocks, read, 5 * sizeof(Value)},
    {supplied_blocks, nullptr, 0},
    {peer_blocks, read_open<Peers>, offsetof(Values, peers), 1, 3, &peer_holes}};
constexpr Page page = {families};
constexpr ReadValue functions[] = {supply};

struct Peer {
  std::string name;
  std::uint32_t count;
};

/// A label's value in quotes: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Comments, help text, and type
/// information").
std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c == '\n' ? "\\n" : c == '"' ? "\\\"" : c == '\\' ? "\\\\" : std::string(1, c);
  }
  return quoted + "\"";
}

/// The page as a person would write it.
std::string expected(const std::array<Value, series_count>& values, const std::vector<Peer>& peers) {
  std::string text;
  std::size_t series = 0;
  for (const std::string_view part : {stored_text, more_text, bare_text, supplied_text}) {
    for (std::size_t start = 0; start < part.size();) {
      const std::size_t end = part.find('\n', start);
      const std::string_view line = part.substr(start, end - start);
      start = end + 1;
      if (line.front() == '#') {
        text += std::string(line) + "\n";
      } else if (const Value& value = values[series++]; value.size != 0) {
        text +=
            std::string(line.substr(0, line.size() - 1)) + std::string(value.text.data(), value.size) + "\n";
      }
    }
  }
  text += "# TYPE p counter\n";
  for (const Peer& peer : peers) {
    text += "p{peer=" + quoted(peer.name) + "} " + std::to_string(peer.count) + "\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::span<const std::uint8_t> rest(data, size);
  const auto next = [&] {
    const std::uint8_t byte = rest.empty() ? 0 : rest.front();
    rest = rest.subspan(rest.empty() ? 0 : 1);
    return byte;
  };
  const auto cells = std::make_unique<Values>();
  std::vector<Peer> peers;
  for (std::size_t count = next() % 6U; count != 0; --count) {
    std::string name(next() % 12U, '\0');
    std::generate(name.begin(), name.end(), [&] { return static_cast<char>(next()); });
    const std::uint32_t amount = next() * 65537U;
    const auto refusals = [&] {
      return cells->peers.refused(Refusal::label_not_utf8) + cells->peers.refused(Refusal::label_too_long) +
             cells->peers.refused(Refusal::family_full);
    };
    const std::uint32_t before = refusals();
    cells->peers.labels(name).inc(amount);
    if (refusals() != before) {
      continue;
    }
    const auto found =
        std::find_if(peers.begin(), peers.end(), [&](const Peer& peer) { return peer.name == name; });
    if (found == peers.end()) {
      peers.push_back({name, amount});
    } else {
      found->count += amount;
    }
  }
  demand(peers.size() <= Peers::places, "an open family is bounded");
  for (Value& value : cells->values) {
    value.size = next() % value.text.size();  // the renderer adds a line end
    std::generate_n(value.text.begin(), value.size, [&] { return static_cast<char>(next()); });
  }
  const std::string whole = expected(cells->values, peers);
  const auto snapshot = std::make_unique<OpenSnapshot<Peers>>();
  Renderer renderer(page, {.metrics = cells.get(), .application = cells.get(), .functions = functions},
                    reinterpret_cast<Snapshot>(snapshot.get()));
  std::string text;
  for (;;) {
    std::vector<char> out(next() % 64U + 1U);
    const std::size_t written = renderer.fill(out);
    text.append(out.data(), written);
    demand(written == out.size() || renderer.done(), "a buffer is filled but for the last", text);
    if (written == 0) {
      break;
    }
    demand(text.size() <= whole.size(), "a page ends", text);
  }
  demand(text == whole, "a page is the same in every split", whole + "\nbut\n" + text);
  return 0;
}
