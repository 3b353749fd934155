// An interrupt at every phase of the main loop updates the metrics that the main loop updates and renders.
//
//   interrupts_masked 1000000       as many interrupts; prints what was lost and what was torn; the status is 1 if anything
#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "prometheus_express/exposition/renderer.hpp"
#include "shared.hpp"

namespace {

namespace px = prometheus_express;

struct Board {
  shared::Metrics metrics;
};
constinit Board board;
shared::Metrics& metrics = board.metrics;

// Two numbers of which neither the upper nor the lower half is the same.
constexpr double levels[] = {100.25, -std::bit_cast<double>(0x3fe5'5555'5555'5555)};
constexpr std::string_view level_texts[] = {"100.25", "-0.6666666666666666"};
constexpr double sizes[] = {10, 100, 500, 2000};
constexpr std::uint64_t both_halves = (std::uint64_t{1} << 32) + 1;

// Timer 0 of the MPS2 boards and its interrupt (Cortex-M System Design Kit Technical Reference Manual, "APB timer"; Arm
// Application Note AN385, "Interrupts").
struct Timer {
  volatile std::uint32_t control, value, reload, interrupt;
};
Timer& timer = *reinterpret_cast<Timer*>(0x40000000);
constexpr std::uint32_t timer_interrupt = 1U << 8;
volatile std::uint32_t& enabled_interrupts = *reinterpret_cast<volatile std::uint32_t*>(0xE000E100);

std::uint32_t wanted = 0;
volatile std::uint32_t interrupts = 0;
std::uint32_t random_state = 0x9E3779B9;

// The next interrupt comes 2 to 160 instructions after this one has ended, where an instruction takes 25.6 ticks.
void set_timer() {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  timer.value = 300 + (random_state & 0xFFF);
}

}  // namespace

extern "C" void interrupt() {
  timer.interrupt = 1;
  const std::uint32_t number = interrupts + 1;
  interrupts = number;
  metrics.events.inc();
  metrics.halves.inc(both_halves);
  metrics.pulses.set(static_cast<std::int64_t>(number * both_halves));
  metrics.level.set(levels[number % 2]);
  metrics.balance.inc(0.5);
  metrics.warmth.inc(px::Decimal<2>::scaled(25));
  metrics.size.observe(sizes[number % 4]);
  metrics.wait.observe(0.25);
  if (number == wanted) {
    timer.control = 0;
  } else {
    set_timer();
  }
}

namespace {

// The values of the page, line by line.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::string_view next_value() {
    for (;;) {
      const std::size_t end = rest_.find('\n');
      const std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(end + 1);
      if (line[0] != '#') {
        return line.substr(line.rfind(' ') + 1);
      }
    }
  }

  std::uint64_t next_number() {
    std::uint64_t number = 0;
    for (const char digit : next_value()) {
      number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return number;
  }

 private:
  std::string_view rest_;
};

bool has_equal_halves(std::uint64_t number) {
  return static_cast<std::uint32_t>(number) == static_cast<std::uint32_t>(number >> 32);
}

// Renders a page, a few bytes at a time, and returns how many of its metrics show what they never were.
unsigned torn_on_page(std::size_t room) {
  static std::array<char, 4096> text;
  alignas(px::snapshot_alignment) static std::byte snapshot[shared::snapshot_bytes];
  px::Renderer renderer(shared::default_page, shared::source(board), snapshot);
  std::size_t written = 0;
  while (const std::size_t size = renderer.fill({text.data() + written, room})) {
    written += size;
  }
  Lines lines({text.data(), written});
  unsigned torn = 0;
  static_cast<void>(lines.next_value());
  torn += has_equal_halves(lines.next_number()) ? 0 : 1;
  torn += has_equal_halves(lines.next_number()) ? 0 : 1;
  const std::string_view level = lines.next_value();
  torn += level == "0" || level == level_texts[0] || level == level_texts[1] ? 0 : 1;
  static_cast<void>(lines.next_value());
  static_cast<void>(lines.next_value());
  // The sizes come in the order 100, 500, 2000, 10: each line follows from the count.
  std::uint32_t buckets[4];
  for (std::uint32_t& bucket : buckets) {
    bucket = static_cast<std::uint32_t>(lines.next_number());
  }
  const auto count = static_cast<std::uint32_t>(lines.next_number());
  const auto sum = static_cast<std::uint32_t>(lines.next_number());
  constexpr std::uint32_t sums[] = {0, 100, 600, 2600};
  const std::uint32_t rounds = count / 4, rest = count % 4;
  const bool agree = buckets[0] == rounds && buckets[1] == 2 * rounds + (rest > 0) &&
                     buckets[2] == 3 * rounds + (rest > 0) + (rest > 1) && buckets[3] == count &&
                     sum == rounds * 2610 + sums[rest];
  return torn + (agree ? 0 : 1);
}

// The same, asked directly.
unsigned torn_values() {
  const double level = metrics.level.value();
  return (has_equal_halves(metrics.halves.value()) ? 0U : 1U) +
         (has_equal_halves(static_cast<std::uint64_t>(metrics.pulses.value())) ? 0U : 1U) +
         (level == 0 || level == levels[0] || level == levels[1] ? 0U : 1U);
}

void update() {
  metrics.events.inc();
  metrics.halves.inc(both_halves);
  metrics.balance.inc(0.5);
  metrics.warmth.dec(px::Decimal<2>::scaled(25));
  metrics.wait.observe(0.25);
}

}  // namespace

int main(int argc, char** argv) {
  wanted = argc > 1 ? static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10)) : 1000;
  std::uint32_t updates = 0, pages = 0, torn = 0;
  enabled_interrupts = timer_interrupt;
  timer.reload = 0xFFFF;
  set_timer();
  timer.control = 1U << 3 | 1;  // run and interrupt
  while (interrupts != wanted) {
    for (int turn = 0; turn < 100; ++turn) {
      update();
      torn += torn_values();
    }
    updates += 100;
    torn += torn_on_page(1 + pages % 256);
    ++pages;
  }
  const std::uint32_t all = wanted + updates;
  const auto wait = metrics.wait.reading();
  unsigned lost = 0;
  lost += metrics.events.value() == all ? 0 : 1;
  lost += metrics.halves.value() == all * both_halves ? 0 : 1;
  lost += metrics.balance.value() == all * 0.5 ? 0 : 1;
  lost += metrics.warmth.value().count == 25 * static_cast<std::int32_t>(wanted - updates) ? 0 : 1;
  lost += metrics.size.reading().cumulative[3] == wanted ? 0 : 1;
  lost += wait.count == all && wait.sum == all * 0.25 ? 0 : 1;
  std::printf(
      "%lu interrupts, %lu updates and %lu pages beside them: %u metrics with a loss, %lu torn readings\n",
      static_cast<unsigned long>(wanted), static_cast<unsigned long>(updates),
      static_cast<unsigned long>(pages), lost, static_cast<unsigned long>(torn));
  return lost == 0 && torn == 0 ? 0 : 1;
}
