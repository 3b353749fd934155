// Every part of the library, where the schema says that it is.
#pragma once

#include "../bench/table.hpp"
#include "bench_probe.hpp"

struct ProbeTable : bench::Table {
  ProbeTable() {
    using bench_probe::Sensors;
    place(i2c0, Sensors::veml7700_target, "vishay/veml7700");
    place(i2c0, Sensors::mcp9808_target, "microchip/mcp9808");
    place(i2c0, Sensors::lsm303dlhc_magn_target, "st/lsm303dlhc-magn");
    place(i2c0, Sensors::bh1750_target, "rohm/bh1750");
    place(i2c0, Sensors::seesaw_soil_target, "adafruit/seesaw-soil");
    place(i2c0, Sensors::aht20_target, "aosong/aht20");
    place(i2c0, Sensors::si7021_target, "silabs/si7021");
    place(i2c0, Sensors::sht31_target, "sensirion/sht31");
    place(i2c0, Sensors::lm75_target, "national/lm75");
    place(i2c0, Sensors::tmp105_target, "ti/tmp105");
    place(i2c0, Sensors::tmp117_target, "ti/tmp117");
    place(i2c0, Sensors::ads1115_target, "ti/ads1115");
    place(i2c0, Sensors::emc1413_target, "microchip/emc1413");
    place(i2c0, Sensors::sgp30_target, "sensirion/sgp30");
    place(i2c0, Sensors::sgp40_target, "sensirion/sgp40");
    place(i2c0, Sensors::scd41_target, "sensirion/scd41");
    place(i2c0, Sensors::bme280_target, "bosch/bme280");
    place(i2c0, Sensors::dps310_target, "infineon/dps310");

    place(i2c1, Sensors::ina219_target, "ti/ina219");
    place(i2c1, Sensors::sht4x_target, "sensirion/sht4x");
    place(i2c1, Sensors::tmp102_target, "ti/tmp102");
    place(i2c1, Sensors::tmp421_target, "ti/tmp421");
    place(i2c1, Sensors::bmp280_target, "bosch/bmp280");
    place(i2c1, Sensors::bme680_target, "bosch/bme680");

    place(spi0, Sensors::max1111_target, "maxim/max1111");
    place(spi0, Sensors::max31855_target, "maxim/max31855");
    place(spi0, Sensors::max6675_target, "maxim/max6675");
    place(spi0, Sensors::mcp3008_target, "microchip/mcp3008");
    place(spi0, Sensors::bme280_spi_target, "bosch/bme280");
  }

  prometheus_express::simulated::I2c i2c0;
  prometheus_express::simulated::I2c i2c1;
  prometheus_express::simulated::Spi spi0;
};
