// The page of the weather station, on as many connections as the load generator opens. Its values stand still, so that
// every reply has the same length.
#include <prometheus_express/host.hpp>

#include "weather_station.hpp"

namespace px = prometheus_express;

namespace {

struct Station {
  weather_station::Metrics metrics;
};
constinit Station station;

constexpr px::http::Limits wide = [] {
  px::http::Limits limits = weather_station::limits;
  limits.connections = 64;
  return limits;
}();

}  // namespace

int main(int argc, char** argv) {
  auto& metrics = station.metrics;
  for (const auto sensor : weather_station::all<weather_station::Sensor>) {
    metrics.temperature.labels(sensor).set_scaled(2473);
    metrics.humidity.labels(sensor).set_scaled(4510);
    metrics.readings.labels(sensor).inc(86400);
  }
  metrics.pressure.labels(weather_station::Sensor::bme680).set_scaled(1013250);
  metrics.gas.labels(weather_station::Sensor::bme680).set_scaled(12946860);
  const auto site = weather_station::site(station);
  return px::host::serve(px::http::Site<wide>{static_cast<const px::http::Routes&>(site), site.port}, argc,
                         argv);
}
