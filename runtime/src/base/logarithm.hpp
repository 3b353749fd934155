// Logarithms of powers, rounded down, in one multiplication. Each was compared with exact arithmetic over its
// range.
#pragma once

namespace prometheus_express {

/// floor(log10(2^e)) for |e| up to 1,100
constexpr int log10_of_power_of_two(int e) { return (e * 1'262'611) >> 22; }

/// floor(log10(3/4 * 2^e)) for |e| up to 1,100
constexpr int log10_of_three_quarters(int e) { return (e * 1'262'611 - 524'031) >> 22; }

/// floor(log2(10^n)) for |n| up to 350
constexpr int log2_of_power_of_ten(int n) { return (n * 1'741'647) >> 19; }

}  // namespace prometheus_express
