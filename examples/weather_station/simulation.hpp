// Stands in for the sensors' bus: a simulated BME680 and Si7021 that measure a mild day in the country.
#pragma once

#include "../bench/table.hpp"
#include "weather_station.hpp"

struct Simulation : bench::Table {
  Simulation() {
    place(i2c0, weather_station::Sensors::bme680_target, "bosch/bme680");
    place(i2c0, weather_station::Sensors::si7021_target, "silabs/si7021");
  }

  prometheus_express::simulated::I2c i2c0;
};
