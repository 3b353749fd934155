// Metrics of weather_station for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "weather_station.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace weather_station {
namespace {

constexpr char temperature_text[] = R"(# HELP prom_express_temperature_celsius Air temperature
# TYPE prom_express_temperature_celsius gauge
prom_express_temperature_celsius{sensor="bme680"} @
prom_express_temperature_celsius{sensor="si7021"} @
)";
constexpr auto temperature_stops = px::stops<2>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char humidity_text[] = R"(# HELP prom_express_humidity_ratio Relative humidity of the air
# TYPE prom_express_humidity_ratio gauge
prom_express_humidity_ratio{sensor="bme680"} @
prom_express_humidity_ratio{sensor="si7021"} @
)";
constexpr auto humidity_stops = px::stops<2>(humidity_text);
constexpr px::Block humidity_blocks[] = {{humidity_text, humidity_stops}};

constexpr char pressure_text[] = R"(# HELP prom_express_pressure_pascals Barometric pressure
# TYPE prom_express_pressure_pascals gauge
prom_express_pressure_pascals{sensor="bme680"} @
)";
constexpr auto pressure_stops = px::stops<1>(pressure_text);
constexpr px::Block pressure_blocks[] = {{pressure_text, pressure_stops}};

constexpr char gas_text[] = R"(# HELP prom_express_gas_ohms Resistance of the gas sensor
# TYPE prom_express_gas_ohms gauge
prom_express_gas_ohms{sensor="bme680"} @
)";
constexpr auto gas_stops = px::stops<1>(gas_text);
constexpr px::Block gas_blocks[] = {{gas_text, gas_stops}};

constexpr char readings_text[] = R"(# HELP prom_express_readings_total Readings taken of each sensor
# TYPE prom_express_readings_total counter
prom_express_readings_total{sensor="bme680"} @
prom_express_readings_total{sensor="si7021"} @
)";
constexpr auto readings_stops = px::stops<2>(readings_text);
constexpr px::Block readings_blocks[] = {{readings_text, readings_stops}};

constexpr px::PageFamily default_families[] = {
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 0 to 1
    {humidity_blocks, px::read_closed<decltype(Metrics::humidity)>, offsetof(Metrics, humidity)},  // 2 to 3
    {pressure_blocks, px::read_closed<decltype(Metrics::pressure)>, offsetof(Metrics, pressure)},  // 4
    {gas_blocks, px::read_closed<decltype(Metrics::gas)>, offsetof(Metrics, gas)},  // 5
    {readings_blocks, px::read_closed<decltype(Metrics::readings)>, offsetof(Metrics, readings)},  // 6 to 7
};
constexpr px::LongestTexts default_longest[] = {{24}, {24}, {12}, {11}, {20}};
static_assert(px::largest_page(default_families, default_longest) == 973, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace weather_station
