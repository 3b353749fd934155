// What an application pays: updates of resolved series, the text of one value, and a whole page.
#include <array>

#include "operations.hpp"
#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/exposition/renderer.hpp"
#include "report.hpp"
#include "weather_page.hpp"

namespace prometheus_express::bench {
namespace {

using weather_page::Code;
using weather_page::Method;
using weather_page::Sensor;

struct Station {
  weather_page::Metrics metrics;
};
constinit Station station;

}  // namespace

void measure_runtime() {
  auto& metrics = station.metrics;
  report("increment_uint32", [&] { metrics.http_requests.labels(Method::get, Code::_200).inc(); });
  report("set_decimal", [&] { metrics.temperature.labels(Sensor::bme680).set_scaled(2473); });

  NumberText text;
  const auto count = opaque(std::uint32_t{1060948});
  report("format_uint32", [&] { static_cast<void>(format(text, count)); });
  const auto scaled = opaque(std::int32_t{247359});
  report("format_decimal_4_places", [&] { static_cast<void>(format_decimal(text, scaled, 4)); });
  const auto wide_count = opaque(std::uint64_t{1060948});
  report("format_uint64", [&] { static_cast<void>(format(text, wide_count)); });
  const auto short_float = opaque(24.7359f);
  report("format_float_6_digits", [&] { static_cast<void>(format(text, short_float)); });
  const auto long_float = opaque(0.123456789f);
  report("format_float_8_digits", [&] { static_cast<void>(format(text, long_float)); });
  const auto short_double = opaque(24.7359);
  report("format_double_6_digits", [&] { static_cast<void>(format(text, short_double)); });
  const auto long_double = opaque(0.12345678901234568);
  report("format_double_17_digits", [&] { static_cast<void>(format(text, long_double)); });
  const auto integer_double = opaque(1060948.0);
  report("format_double_integer", [&] { static_cast<void>(format(text, integer_double)); });

  for (const auto sensor : weather_page::all<Sensor>) {
    metrics.temperature.labels(sensor).set_scaled(2473);
    metrics.humidity.labels(sensor).set_scaled(4510);
  }
  metrics.pressure.labels(weather_page::GasSensor::bme680).set_scaled(1013250);
  metrics.gas.labels(weather_page::GasSensor::bme680).set_scaled(60948);
  std::array<char, 256> buffer;
  report("weather_page_10_lines", [&] {
    Renderer renderer(weather_page::default_page, weather_page::source(station));
    while (renderer.fill(buffer) != 0) {
    }
  });
}

}  // namespace prometheus_express::bench
