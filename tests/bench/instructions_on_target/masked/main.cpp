// Updates of cells that interrupts share: how many instructions each takes, the call of its function below not counted.
// measure.py looks on for how many of them interrupts are masked, and tells by the functions' names which update it is.
#include "masked.hpp"
#include "report.hpp"

namespace px = prometheus_express;

namespace {

constinit masked::Metrics metrics;

}  // namespace

extern "C" {

[[gnu::noinline]] void counter_uint32_inc() { metrics.counter_uint32.inc(); }
[[gnu::noinline]] void counter_uint64_inc() { metrics.counter_uint64.inc(); }
[[gnu::noinline]] void counter_double_inc() { metrics.counter_double.inc(0.25); }
[[gnu::noinline]] void gauge_decimal_set() { metrics.gauge_decimal.set_scaled(2473); }
[[gnu::noinline]] void gauge_decimal_inc() { metrics.gauge_decimal.inc(px::Decimal<2>::scaled(25)); }
[[gnu::noinline]] void gauge_int64_set() { metrics.gauge_int64.set(-1); }
[[gnu::noinline]] void gauge_int64_inc() { metrics.gauge_int64.inc(); }
[[gnu::noinline]] void gauge_float_set() { metrics.gauge_float.set(24.73F); }
[[gnu::noinline]] void gauge_float_inc() { metrics.gauge_float.inc(0.25F); }
[[gnu::noinline]] void gauge_double_set() { metrics.gauge_double.set(24.73); }
[[gnu::noinline]] void gauge_double_inc() { metrics.gauge_double.inc(0.25); }
[[gnu::noinline]] void absent_gauge_set() { metrics.place.labels(masked::Room::attic).set_scaled(2473); }
[[gnu::noinline]] void histogram_uint32_observe() { metrics.histogram_uint32.observe(590); }
[[gnu::noinline]] void histogram_double_observe() { metrics.histogram_double.observe(590); }
[[gnu::noinline]] void summary_double_observe() { metrics.summary_double.observe(0.25); }
[[gnu::noinline]] void stateset_state() { metrics.state.state(masked::State::ready); }

}  // extern "C"

int main() {
  using px::bench::report;
  return px::bench::run([] {
    report("counter_uint32_inc", counter_uint32_inc);
    report("counter_uint64_inc", counter_uint64_inc);
    report("counter_double_inc", counter_double_inc);
    report("gauge_decimal_set", gauge_decimal_set);
    report("gauge_decimal_inc", gauge_decimal_inc);
    report("gauge_int64_set", gauge_int64_set);
    report("gauge_int64_inc", gauge_int64_inc);
    report("gauge_float_set", gauge_float_set);
    report("gauge_float_inc", gauge_float_inc);
    report("gauge_double_set", gauge_double_set);
    report("gauge_double_inc", gauge_double_inc);
    report("absent_gauge_set", absent_gauge_set);
    report("histogram_uint32_observe", histogram_uint32_observe);
    report("histogram_double_observe", histogram_double_observe);
    report("summary_double_observe", summary_double_observe);
    report("stateset_state", stateset_state);
  });
}
