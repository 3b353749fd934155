// Numbers at the edge of what a metric stores: each becomes the nearest that there is, or is refused and counted, whatever the type
// of the metric, of its numbers and of the argument.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/family.hpp"
#include "prometheus_express/metrics/gauge.hpp"
#include "prometheus_express/metrics/histogram.hpp"
#include "prometheus_express/metrics/open_family.hpp"
#include "prometheus_express/metrics/summary.hpp"

namespace prometheus_express {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double just_below_a_half = 0.49999999999999994;

enum class Zone : std::uint8_t { top, bottom };
consteval auto label_values(Zone) { return std::to_array<std::string_view>({"top", "bottom"}); }

template <class Value>
using Level = Gauge<Value, Initial::zero, Unshared, Tallied<>>;
template <class Value>
using Total = Counter<Value, Initial::zero, Unshared, Tallied<>>;

template <class Value>
constexpr Value bounds[] = {Value{}};

/// Has `number` set, added, taken off and observed. `expected`: what it becomes; nothing where it is refused.
template <class Value, class Number>
void check(Number number, std::optional<Value> expected) {
  // Not by a stream: newlib's small printf knows no floating point, and its streams then write behind their memory.
  NumberText text;
  const std::size_t length = format(text, static_cast<double>(number));
  SCOPED_TRACE("number " + std::string(text.data(), length));
  const std::uint32_t refused = expected ? 0 : 1;
  const auto out_of_range = [](const auto& metric) { return metric.refused(Refusal::out_of_range); };

  Level<Value> gauge;
  gauge.inc();
  const Value before = gauge.value();
  gauge.set(number);
  EXPECT_EQ(gauge.value(), expected.value_or(before));
  EXPECT_EQ(out_of_range(gauge), refused);

  Family<Level<Value>, Zone> family;
  family.labels(Zone::bottom).set(number);
  EXPECT_EQ(family.labels(Zone::bottom).value(), expected.value_or(Value{}));
  EXPECT_EQ(out_of_range(family), refused);

  OpenFamily<Level<Value>, 1, WhenFull::drop, Unshared, OpenLabel<4>> open;
  open.labels("a").set(number);
  EXPECT_EQ(open.labels("a").value(), expected.value_or(Value{}));
  EXPECT_EQ(out_of_range(open), refused);

  Summary<Value, Unshared, Tallied<>> summary;
  summary.observe(number);
  EXPECT_EQ(summary.reading().count, 1 - refused);
  EXPECT_EQ(summary.reading().sum, expected.value_or(Value{}));
  EXPECT_EQ(out_of_range(summary), refused);

  Histogram<bounds<Value>, Unshared, Tallied<>> histogram;
  histogram.observe(number);
  EXPECT_EQ(histogram.reading().cumulative[1], 1 - refused);
  EXPECT_EQ(histogram.reading().sum, expected.value_or(Value{}));
  EXPECT_EQ(out_of_range(histogram), refused);

  // An amount that would be nothing is none.
  const std::uint32_t amount_refused = expected && (number == Number{} || *expected != Value{}) ? 0 : 1;
  Level<Value> moved;
  moved.inc(number);
  EXPECT_EQ(moved.value(), expected.value_or(Value{}));
  EXPECT_EQ(out_of_range(moved), amount_refused);
  if constexpr (!std::integral<Value> || !std::integral<Number>) {  // whole ones may fit as a sum
    moved.reset();
    moved.inc();
    moved.dec(number);
    EXPECT_TRUE(amount_refused == 0 || moved.value() == one<Value>());
  }
  if constexpr (!std::integral<Value> || std::integral<Number>) {
    Total<Value> counter;
    const volatile Number unknown = number;  // to the compiler, which refuses negative constants
    counter.inc(Number{unknown});
    const bool falls = !(number >= Number{});
    EXPECT_EQ(counter.value(), falls ? Value{} : expected.value_or(Value{}));
    EXPECT_EQ(counter.refused(Refusal::not_increasing), falls ? 1U : 0U);
    EXPECT_EQ(out_of_range(counter), falls ? 0U : amount_refused);
  }
}

template <class Value>
void has_none_of(std::initializer_list<double> numbers) {
  for (const double number : numbers) {
    check<Value>(number, {});
  }
}

TEST(NumberEdges, OfDecimals) {
  using D = Decimal<2>;
  has_none_of<D>({nan, inf, -inf, 1e300, -1e300, 21'474'836.48, -21'474'836.49, 21'474'836.475});
  check<D>(21'474'836.47, D{2'147'483'647});
  check<D>(-21'474'836.48, D{-2'147'483'647 - 1});
  check<D>(-0.0, D{0});
  check<D>(0.005, D{1});
  check<D>(-0.005, D{-1});
  check<D>(0.01, D{1});
  check<D>(0.004, D{0});
  check<D>(-0.004, D{0});
  check<D>(5e-324, D{0});
  check<D>(0.125F, D{13});
  check<D>(std::numeric_limits<float>::infinity(), {});
  check<D>(21'474'836, D{2'147'483'600});
  check<D>(21'474'837, {});
  check<D>(-21'474'837, {});
  check<D>(std::numeric_limits<std::uint64_t>::max(), {});
  check<D>(true, D{100});
}

TEST(NumberEdges, OfDecimalsWithoutPlaces) {
  using D = Decimal<0>;
  has_none_of<D>({2'147'483'647.5, -2'147'483'648.5, 2'147'483'648.0});
  check<D>(2'147'483'647.0, D{2'147'483'647});
  check<D>(2'147'483'647.4, D{2'147'483'647});
  check<D>(-2'147'483'648.4, D{-2'147'483'647 - 1});
  check<D>(0.5, D{1});
  check<D>(just_below_a_half, D{0});
}

TEST(NumberEdges, OfWideDecimals) {
  using D = Decimal<3, std::int64_t>;
  has_none_of<D>({nan, inf, -inf, 9.3e15, -9.3e15});
  check<D>(1'790'000'000.125, D{1'790'000'000'125});
  check<D>(9'223'372'036'854'775, D{9'223'372'036'854'775'000});
  check<D>(9'223'372'036'854'776, {});
  using Ones = Decimal<0, std::int64_t>;
  has_none_of<Ones>({9'223'372'036'854'775'808.0});
  check<Ones>(-9'223'372'036'854'775'808.0, Ones{std::numeric_limits<std::int64_t>::min()});
}

TEST(NumberEdges, OfUnsignedIntegers) {
  using N = std::uint32_t;
  has_none_of<N>({nan, inf, -inf, -1.0, -0.5, 4'294'967'295.5, 4'294'967'296.0});
  check<N>(4'294'967'295.0, N{4'294'967'295U});
  check<N>(4'294'967'295.4, N{4'294'967'295U});
  check<N>(-0.0, N{0});
  check<N>(-just_below_a_half, N{0});
  check<N>(2.5, N{3});
  check<N>(std::uint64_t{4'294'967'296}, {});
  check<N>(-1, {});
  check<N>(std::int64_t{4'294'967'295}, N{4'294'967'295U});
  using Wide = std::uint64_t;
  has_none_of<Wide>({nan, inf, -inf, -1.0, 18'446'744'073'709'551'616.0});
  check<Wide>(18'446'744'073'709'549'568.0, Wide{18'446'744'073'709'549'568U});
  check<Wide>(-1, {});
}

TEST(NumberEdges, OfSignedIntegers) {
  using N = std::int32_t;
  has_none_of<N>({nan, inf, -inf, 2'147'483'647.5, -2'147'483'648.5});
  check<N>(-2'147'483'648.4, N{-2'147'483'647 - 1});
  check<N>(-2.5, N{-3});
  check<N>(std::uint32_t{2'147'483'648U}, {});
  check<N>(std::int64_t{-2'147'483'649}, {});
}

TEST(NumberEdges, OfFloatsAreKeptButForWhatIsFiniteAndTooLarge) {
  has_none_of<float>({1e300, -1e300, 3.5e38});
  check<float>(3.4028235e38, std::numeric_limits<float>::max());
  check<float>(16'777'217, 16'777'216.0F);
  Level<float> gauge;
  gauge.set(inf);
  EXPECT_EQ(gauge.value(), std::numeric_limits<float>::infinity());
  gauge.set(nan);
  EXPECT_TRUE(std::isnan(gauge.value()));
  Level<double> wide;
  wide.set(-inf);
  EXPECT_EQ(wide.value(), -inf);
  wide.set(nan);
  EXPECT_TRUE(std::isnan(wide.value()));
  wide.set(-0.0);
  EXPECT_TRUE(std::signbit(wide.value()));
  EXPECT_EQ(gauge.refused(Refusal::out_of_range) + wide.refused(Refusal::out_of_range), 0U);
}

TEST(NumberEdges, OfScaledIntegers) {
  Level<Decimal<2>> gauge;
  gauge.set_scaled(5);
  gauge.set_scaled(std::int64_t{2'147'483'648});
  gauge.set_scaled(std::numeric_limits<std::uint32_t>::max());
  EXPECT_EQ(gauge.value().count, 5);
  EXPECT_EQ(gauge.refused(Refusal::out_of_range), 2U);
  Total<Decimal<2>> counter;
  counter.inc_scaled(std::int64_t{2'147'483'648});
  const volatile int negative = -1;  // unknown to the compiler, which refuses negative constants
  counter.inc_scaled(negative);
  EXPECT_EQ(counter.value().count, 0);
  EXPECT_EQ(counter.refused(Refusal::out_of_range), 1U);
  EXPECT_EQ(counter.refused(Refusal::not_increasing), 1U);
  Summary<Decimal<2>, Unshared, Tallied<>> summary;
  summary.observe_scaled(std::int64_t{-2'147'483'649});
  EXPECT_EQ(summary.reading().count, 0U);
  EXPECT_EQ(summary.refused(Refusal::out_of_range), 1U);
}

TEST(NumberEdges, OfSumsGoOn) {
  Summary<Decimal<2>> both;
  both.observe_scaled(2'147'483'647);
  both.observe_scaled(3);
  EXPECT_EQ(both.reading().sum.count, 2);
  both.reset();
  both.observe_scaled(-2'147'483'647);
  both.observe_scaled(-3);
  EXPECT_EQ(both.reading().sum.count, -2);
  Summary<std::uint32_t> bytes;
  bytes.observe(4'294'967'295U);
  bytes.observe(3);
  EXPECT_EQ(bytes.reading().sum, 2U);
  Histogram<bounds<std::uint64_t>> sizes;
  sizes.observe(std::numeric_limits<std::uint64_t>::max());
  sizes.observe(3);
  EXPECT_EQ(sizes.reading().sum, 2U);
}

}  // namespace
}  // namespace prometheus_express
