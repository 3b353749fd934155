// Sensors of bench_probe, generated with bench_probe.hpp. Do not edit.
#include "bench_probe_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

namespace bench_probe {

namespace {

// vishay/veml7700: illuminance, in units of 10^-1, by way of a float.
std::int32_t vishay_veml7700_illuminance_e1(const px::devices::VishayVeml7700::Readings& readings) {
  return px::sensors::scaled(readings.illuminance<float>(), 10.0F);
}

// microchip/mcp9808: temperature, in units of 10^-3, without floating point.
std::int32_t microchip_mcp9808_temperature_e3(const px::devices::MicrochipMcp9808::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_ * 125, 2);
}

// st/lsm303dlhc-magn: magnetic_flux_density, in units of 10^-9, by way of a float.
std::int32_t st_lsm303dlhc_magn_magnetic_flux_density_x_e9(const px::devices::StLsm303dlhcMagn::Readings& readings) {
  return px::sensors::scaled(readings.magnetic_flux_density_x<float>(), 1000000000.0F);
}

// st/lsm303dlhc-magn: magnetic_flux_density, in units of 10^-9, by way of a float.
std::int32_t st_lsm303dlhc_magn_magnetic_flux_density_y_e9(const px::devices::StLsm303dlhcMagn::Readings& readings) {
  return px::sensors::scaled(readings.magnetic_flux_density_y<float>(), 1000000000.0F);
}

// st/lsm303dlhc-magn: magnetic_flux_density, in units of 10^-9, by way of a float.
std::int32_t st_lsm303dlhc_magn_magnetic_flux_density_z_e9(const px::devices::StLsm303dlhcMagn::Readings& readings) {
  return px::sensors::scaled(readings.magnetic_flux_density_z<float>(), 1000000000.0F);
}

// rohm/bh1750: illuminance, in units of 10^-1, by way of a float.
std::int32_t rohm_bh1750_illuminance_e1(const px::devices::RohmBh1750::Readings& readings) {
  return px::sensors::scaled(readings.illuminance<float>(), 10.0F);
}

// adafruit/seesaw-soil: temperature, in units of 10^-3, without floating point.
std::int32_t adafruit_seesaw_soil_temperature_e3(const px::devices::AdafruitSeesawSoil::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(std::int64_t{readings.temperature_code_} * 125, 8192));
}

// adafruit/seesaw-soil: moisture_capacitance, in units of 10^-0, without floating point.
std::int32_t adafruit_seesaw_soil_moisture_capacitance_e0(const px::devices::AdafruitSeesawSoil::Readings& readings) {
  return readings.moisture_;
}

// aosong/aht20: temperature, in units of 10^-3, without floating point.
std::int32_t aosong_aht20_temperature_e3(const px::devices::AosongAht20::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(std::int64_t{200 * readings.temperature_code_ - 52428800} * 125,
        131072));
}

// aosong/aht20: relative_humidity, in units of 10^-4, without floating point.
std::int32_t aosong_aht20_relative_humidity_e4(const px::devices::AosongAht20::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.humidity_code_ * 625, 65536);
}

// silabs/si7021: temperature, in units of 10^-3, without floating point.
std::int32_t silabs_si7021_temperature_e3(const px::devices::SilabsSi7021::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>((readings.temperature_code_ * 4393 - 76759040) * 5, 8192);
}

// silabs/si7021: relative_humidity, in units of 10^-4, without floating point.
std::int32_t silabs_si7021_relative_humidity_e4(const px::devices::SilabsSi7021::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(
      px::sensors::clamp<std::int32_t>(125 * readings.humidity_code_ - 393216, 0, 6553600) * 25, 16384);
}

// sensirion/sht31: temperature, in units of 10^-3, without floating point.
std::int32_t sensirion_sht31_temperature_e3(const px::devices::SensirionSht31::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>((-2949075 + 175 * readings.temperature_code_) * 200, 13107);
}

// sensirion/sht31: relative_humidity, in units of 10^-4, without floating point.
std::int32_t sensirion_sht31_relative_humidity_e4(const px::devices::SensirionSht31::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.humidity_code_ * 2000, 13107);
}

// national/lm75: temperature, in units of 10^-3, without floating point.
std::int32_t national_lm75_temperature_e3(const px::devices::NationalLm75::Readings& readings) {
  return readings.code_ * 500;
}

// ti/tmp105: temperature, in units of 10^-3, without floating point.
std::int32_t ti_tmp105_temperature_e3(const px::devices::TiTmp105::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_ * 125, 32);
}

// ti/tmp117: temperature, in units of 10^-3, without floating point.
std::int32_t ti_tmp117_temperature_e3(const px::devices::TiTmp117::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_ * 125, 16);
}

// ti/ads1115: voltage, in units of 10^-4, without floating point.
std::int32_t ti_ads1115_voltage_e4(const px::devices::TiAds1115::Readings& readings, std::uint8_t turn) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_[turn]
      * readings.full_scale_volts_choices_times_125[static_cast<std::int32_t>(readings.settings.full_scale_volts)] * 5,
      2048);
}

// microchip/emc1413: temperature, in units of 10^-3, without floating point.
std::int32_t microchip_emc1413_temperature_internal_e3(const px::devices::MicrochipEmc1413::Readings& readings) {
  return (readings.internal_whole_ * 8 + (readings.internal_part_ >> 5) - readings.lowest() * 8) * 125;
}

// microchip/emc1413: temperature, in units of 10^-3, without floating point.
std::int32_t microchip_emc1413_temperature_external1_e3(const px::devices::MicrochipEmc1413::Readings& readings) {
  return (readings.external1_whole_ * 8 + (readings.external1_part_ >> 5) - readings.lowest() * 8) * 125;
}

// microchip/emc1413: temperature, in units of 10^-3, without floating point.
std::int32_t microchip_emc1413_temperature_external2_e3(const px::devices::MicrochipEmc1413::Readings& readings) {
  return (readings.external2_whole_ * 8 + (readings.external2_part_ >> 5) - readings.lowest() * 8) * 125;
}

// sensirion/sgp30: eco2, in units of 10^-0, without floating point.
std::int32_t sensirion_sgp30_eco2_e0(const px::devices::SensirionSgp30::Readings& readings) {
  return readings.eco2_;
}

// sensirion/sgp30: tvoc, in units of 10^-0, without floating point.
std::int32_t sensirion_sgp30_tvoc_e0(const px::devices::SensirionSgp30::Readings& readings) {
  return readings.tvoc_;
}

// sensirion/sgp40: voc_raw, in units of 10^-0, without floating point.
std::int32_t sensirion_sgp40_voc_raw_e0(const px::devices::SensirionSgp40::Readings& readings) {
  return readings.ticks_;
}

// sensirion/scd41: temperature, in units of 10^-3, without floating point.
std::int32_t sensirion_scd41_temperature_e3(const px::devices::SensirionScd41::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>((-2949075 + 175 * readings.temperature_code_) * 200, 13107);
}

// sensirion/scd41: relative_humidity, in units of 10^-4, without floating point.
std::int32_t sensirion_scd41_relative_humidity_e4(const px::devices::SensirionScd41::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.humidity_code_ * 2000, 13107);
}

// sensirion/scd41: co2, in units of 10^-0, without floating point.
std::int32_t sensirion_scd41_co2_e0(const px::devices::SensirionScd41::Readings& readings) {
  return readings.co2_;
}

// bosch/bme280: temperature, in units of 10^-3, without floating point.
std::int32_t bosch_bme280_temperature_e3(const px::devices::BoschBme280::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(
        (std::int64_t{readings.T_ - readings.T1_ * 16} * readings.T2_ * 1048576
          + px::sensors::power<2>(std::int64_t{readings.T_ - readings.T1_ * 16}) * readings.T3_) * 25, 2199023255552));
}

// bosch/bme280: relative_humidity, in units of 10^-4, by way of a float.
std::int32_t bosch_bme280_relative_humidity_e4(const px::devices::BoschBme280::Readings& readings) {
  return px::sensors::scaled(readings.relative_humidity<float>(), 10000.0F);
}

// bosch/bme280: pressure, in units of 10^-1, by way of a float.
std::int32_t bosch_bme280_pressure_e1(const px::devices::BoschBme280::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

// infineon/dps310: temperature, in units of 10^-3, by way of a float.
std::int32_t infineon_dps310_temperature_e3(const px::devices::InfineonDps310::Readings& readings) {
  return px::sensors::scaled(readings.temperature<float>(), 1000.0F);
}

// infineon/dps310: pressure, in units of 10^-1, by way of a float.
std::int32_t infineon_dps310_pressure_e1(const px::devices::InfineonDps310::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

// ti/ina219: bus_voltage, in units of 10^-3, without floating point.
std::int32_t ti_ina219_bus_voltage_e3(const px::devices::TiIna219::Readings& readings) {
  return readings.bus_code_ * 4;
}

// ti/ina219: shunt_voltage, in units of 10^-5, without floating point.
std::int32_t ti_ina219_shunt_voltage_e5(const px::devices::TiIna219::Readings& readings) {
  return readings.shunt_code_;
}

// ti/ina219: current, in units of 10^-4, without floating point.
std::int32_t ti_ina219_current_e4(const px::devices::TiIna219::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(std::int64_t{readings.current_code_}
        * readings.settings.current_lsb_amperes.count, 100000));
}

// ti/ina219: power, in units of 10^-3, without floating point.
std::int32_t ti_ina219_power_e3(const px::devices::TiIna219::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(std::int64_t{readings.power_code_ * 20}
        * readings.settings.current_lsb_amperes.count, 1000000));
}

// sensirion/sht4x: temperature, in units of 10^-3, without floating point.
std::int32_t sensirion_sht4x_temperature_e3(const px::devices::SensirionSht4x::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>((-2949075 + 175 * readings.temperature_code_) * 200, 13107);
}

// sensirion/sht4x: relative_humidity, in units of 10^-4, without floating point.
std::int32_t sensirion_sht4x_relative_humidity_e4(const px::devices::SensirionSht4x::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(
      px::sensors::clamp<std::int32_t>(-393210 + 125 * readings.humidity_code_, 0, 6553500) * 20, 13107);
}

// ti/tmp102: temperature, in units of 10^-3, without floating point.
std::int32_t ti_tmp102_temperature_e3(const px::devices::TiTmp102::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(
      ((readings.word_ & 0x1) != 0
        ? px::sensors::sign_extend((readings.word_ >> 3) & 0x1fff, 13)
        : px::sensors::sign_extend((readings.word_ >> 4) & 0xfff, 12)) * 125, 2);
}

// ti/tmp421: temperature, in units of 10^-3, without floating point.
std::int32_t ti_tmp421_temperature_local_e3(const px::devices::TiTmp421::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(
      (readings.wide_ != 0 ? readings.local_code_ - 1024 : px::sensors::sign_extend(readings.local_code_, 12)) * 125,
      2);
}

// ti/tmp421: temperature, in units of 10^-3, without floating point.
std::int32_t ti_tmp421_temperature_remote1_e3(const px::devices::TiTmp421::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(
      (readings.wide_ != 0 ? readings.remote1_code_ - 1024 : px::sensors::sign_extend(readings.remote1_code_, 12))
      * 125, 2);
}

// bosch/bmp280: temperature, in units of 10^-3, without floating point.
std::int32_t bosch_bmp280_temperature_e3(const px::devices::BoschBmp280::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(
        (std::int64_t{readings.T_ - readings.T1_ * 16} * readings.T2_ * 1048576
          + px::sensors::power<2>(std::int64_t{readings.T_ - readings.T1_ * 16}) * readings.T3_) * 25, 2199023255552));
}

// bosch/bmp280: pressure, in units of 10^-1, by way of a float.
std::int32_t bosch_bmp280_pressure_e1(const px::devices::BoschBmp280::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

// bosch/bme680: temperature, in units of 10^-3, without floating point.
std::int32_t bosch_bme680_temperature_e3(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(
        (std::int64_t{readings.T_ - readings.T1_ * 16} * readings.T2_ * 1048576
          + 16 * readings.T3_ * px::sensors::power<2>(std::int64_t{readings.T_ - readings.T1_ * 16})) * 25,
        2199023255552));
}

// bosch/bme680: relative_humidity, in units of 10^-4, by way of a float.
std::int32_t bosch_bme680_relative_humidity_e4(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::scaled(readings.relative_humidity<float>(), 10000.0F);
}

// bosch/bme680: pressure, in units of 10^-1, by way of a float.
std::int32_t bosch_bme680_pressure_e1(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

// bosch/bme680: gas_resistance, in units of 10^-0, by way of a float.
std::int32_t bosch_bme680_gas_resistance_e0(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::scaled(readings.gas_resistance<float>(), 1.0F);
}

// maxim/max1111: voltage, in units of 10^-4, without floating point.
std::int32_t maxim_max1111_voltage_e4(const px::devices::MaximMax1111::Readings& readings, std::uint8_t turn) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_[turn] * readings.settings.reference_volts.count,
      256);
}

// maxim/max31855: temperature, in units of 10^-3, without floating point.
std::int32_t maxim_max31855_temperature_thermocouple_e3(const px::devices::MaximMax31855::Readings& readings) {
  return readings.thermocouple_ * 250;
}

// maxim/max31855: temperature, in units of 10^-3, without floating point.
std::int32_t maxim_max31855_temperature_internal_e3(const px::devices::MaximMax31855::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.internal_ * 125, 2);
}

// maxim/max6675: temperature, in units of 10^-3, without floating point.
std::int32_t maxim_max6675_temperature_e3(const px::devices::MaximMax6675::Readings& readings) {
  return readings.code_ * 250;
}

// microchip/mcp3008: voltage, in units of 10^-4, without floating point.
std::int32_t microchip_mcp3008_voltage_e4(const px::devices::MicrochipMcp3008::Readings& readings, std::uint8_t turn) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_[turn] * readings.settings.reference_volts.count,
      1024);
}

// bosch/bme280: temperature, in units of 10^-3, without floating point.
std::int32_t bosch_bme280_spi_temperature_e3(const px::devices::BoschBme280Spi::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(
        (std::int64_t{readings.T_ - readings.T1_ * 16} * readings.T2_ * 1048576
          + px::sensors::power<2>(std::int64_t{readings.T_ - readings.T1_ * 16}) * readings.T3_) * 25, 2199023255552));
}

// bosch/bme280: relative_humidity, in units of 10^-4, by way of a float.
std::int32_t bosch_bme280_spi_relative_humidity_e4(const px::devices::BoschBme280Spi::Readings& readings) {
  return px::sensors::scaled(readings.relative_humidity<float>(), 10000.0F);
}

// bosch/bme280: pressure, in units of 10^-1, by way of a float.
std::int32_t bosch_bme280_spi_pressure_e1(const px::devices::BoschBme280Spi::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

static_assert(px::sensors::are_reasons(label_values(SensorFailure{})),
    "made for another version of prometheus_express");

void note(Metrics& metrics, Sensor sensor, px::sensors::Failure failure) {
  if (failure != px::sensors::Failure::none) {
    // The label's values stand in the order of the failures, behind `none`.
    metrics.sensor_read_errors.labels(sensor, static_cast<SensorFailure>(static_cast<unsigned>(failure) - 1U)).inc();
  }
}

void record(Metrics& metrics, std::array<px::sensors::Age, 29>& ages, Sensor sensor, const px::sensors::Driver& driver,
    bool up, px::Time now) {
  metrics.sensor_up.labels(sensor).set(up ? 1U : 0U);
  metrics.sensor_reads.labels(sensor).inc();
  note(metrics, sensor, driver.failure());
  if (up) {
    ages[px::label_position(sensor)].restart(now);
  }
}

}  // namespace

px::Duration (Sensors::poll)(Metrics& metrics, px::Time now) {
  px::sensors::Earliest next{now, px::Duration::seconds(1)};
  if ((veml7700_sampler_.poll)(veml7700, i2c0_line_, veml7700_target, now)) {
    record(metrics, ages_, Sensor::veml7700, veml7700, veml7700_sampler_.up(), now);
    feed_veml7700(metrics, now);
  }
  next.add(veml7700_sampler_.next());
  if ((mcp9808_sampler_.poll)(mcp9808, i2c0_line_, mcp9808_target, now)) {
    record(metrics, ages_, Sensor::mcp9808, mcp9808, mcp9808_sampler_.up(), now);
    feed_mcp9808(metrics, now);
  }
  next.add(mcp9808_sampler_.next());
  if ((lsm303dlhc_magn_sampler_.poll)(lsm303dlhc_magn, i2c0_line_, lsm303dlhc_magn_target, now)) {
    record(metrics, ages_, Sensor::lsm303dlhc_magn, lsm303dlhc_magn, lsm303dlhc_magn_sampler_.up(), now);
    feed_lsm303dlhc_magn(metrics, now);
  }
  next.add(lsm303dlhc_magn_sampler_.next());
  if ((bh1750_sampler_.poll)(bh1750, i2c0_line_, bh1750_target, now)) {
    record(metrics, ages_, Sensor::bh1750, bh1750, bh1750_sampler_.up(), now);
    feed_bh1750(metrics, now);
  }
  next.add(bh1750_sampler_.next());
  if ((seesaw_soil_sampler_.poll)(seesaw_soil, i2c0_line_, seesaw_soil_target, now)) {
    record(metrics, ages_, Sensor::seesaw_soil, seesaw_soil, seesaw_soil_sampler_.up(), now);
    feed_seesaw_soil(metrics, now);
  }
  next.add(seesaw_soil_sampler_.next());
  if ((aht20_sampler_.poll)(aht20, i2c0_line_, aht20_target, now)) {
    record(metrics, ages_, Sensor::aht20, aht20, aht20_sampler_.up(), now);
    feed_aht20(metrics, now);
  }
  next.add(aht20_sampler_.next());
  if ((si7021_sampler_.poll)(si7021, i2c0_line_, si7021_target, now)) {
    record(metrics, ages_, Sensor::si7021, si7021, si7021_sampler_.up(), now);
    feed_si7021(metrics, now);
  }
  next.add(si7021_sampler_.next());
  if ((sht31_sampler_.poll)(sht31, i2c0_line_, sht31_target, now)) {
    record(metrics, ages_, Sensor::sht31, sht31, sht31_sampler_.up(), now);
    feed_sht31(metrics, now);
  }
  next.add(sht31_sampler_.next());
  if ((lm75_sampler_.poll)(lm75, i2c0_line_, lm75_target, now)) {
    record(metrics, ages_, Sensor::lm75, lm75, lm75_sampler_.up(), now);
    feed_lm75(metrics, now);
  }
  next.add(lm75_sampler_.next());
  if ((tmp105_sampler_.poll)(tmp105, i2c0_line_, tmp105_target, now)) {
    record(metrics, ages_, Sensor::tmp105, tmp105, tmp105_sampler_.up(), now);
    feed_tmp105(metrics, now);
  }
  next.add(tmp105_sampler_.next());
  if ((tmp117_sampler_.poll)(tmp117, i2c0_line_, tmp117_target, now)) {
    record(metrics, ages_, Sensor::tmp117, tmp117, tmp117_sampler_.up(), now);
    feed_tmp117(metrics, now);
  }
  next.add(tmp117_sampler_.next());
  if ((ads1115_sampler_.poll)(ads1115, i2c0_line_, ads1115_target, now)) {
    record(metrics, ages_, Sensor::ads1115, ads1115, ads1115_sampler_.up(), now);
    feed_ads1115(metrics, now);
  }
  next.add(ads1115_sampler_.next());
  if ((emc1413_sampler_.poll)(emc1413, i2c0_line_, emc1413_target, now)) {
    record(metrics, ages_, Sensor::emc1413, emc1413, emc1413_sampler_.up(), now);
    feed_emc1413(metrics, now);
  }
  next.add(emc1413_sampler_.next());
  if ((sgp30_sampler_.poll)(sgp30, i2c0_line_, sgp30_target, now)) {
    record(metrics, ages_, Sensor::sgp30, sgp30, sgp30_sampler_.up(), now);
    feed_sgp30(metrics, now);
  }
  next.add(sgp30_sampler_.next());
  if ((sgp40_sampler_.poll)(sgp40, i2c0_line_, sgp40_target, now)) {
    record(metrics, ages_, Sensor::sgp40, sgp40, sgp40_sampler_.up(), now);
    feed_sgp40(metrics, now);
  }
  next.add(sgp40_sampler_.next());
  if ((scd41_sampler_.poll)(scd41, i2c0_line_, scd41_target, now)) {
    record(metrics, ages_, Sensor::scd41, scd41, scd41_sampler_.up(), now);
    feed_scd41(metrics, now);
  }
  next.add(scd41_sampler_.next());
  if ((bme280_sampler_.poll)(bme280, i2c0_line_, bme280_target, now)) {
    record(metrics, ages_, Sensor::bme280, bme280, bme280_sampler_.up(), now);
    feed_bme280(metrics, now);
  }
  next.add(bme280_sampler_.next());
  if ((dps310_sampler_.poll)(dps310, i2c0_line_, dps310_target, now)) {
    record(metrics, ages_, Sensor::dps310, dps310, dps310_sampler_.up(), now);
    feed_dps310(metrics, now);
  }
  next.add(dps310_sampler_.next());
  if ((ina219_sampler_.poll)(ina219, i2c1_line_, ina219_target, now)) {
    record(metrics, ages_, Sensor::ina219, ina219, ina219_sampler_.up(), now);
    feed_ina219(metrics, now);
  }
  next.add(ina219_sampler_.next());
  if ((sht4x_sampler_.poll)(sht4x, i2c1_line_, sht4x_target, now)) {
    record(metrics, ages_, Sensor::sht4x, sht4x, sht4x_sampler_.up(), now);
    feed_sht4x(metrics, now);
  }
  next.add(sht4x_sampler_.next());
  if ((tmp102_sampler_.poll)(tmp102, i2c1_line_, tmp102_target, now)) {
    record(metrics, ages_, Sensor::tmp102, tmp102, tmp102_sampler_.up(), now);
    feed_tmp102(metrics, now);
  }
  next.add(tmp102_sampler_.next());
  if ((tmp421_sampler_.poll)(tmp421, i2c1_line_, tmp421_target, now)) {
    record(metrics, ages_, Sensor::tmp421, tmp421, tmp421_sampler_.up(), now);
    feed_tmp421(metrics, now);
  }
  next.add(tmp421_sampler_.next());
  if ((bmp280_sampler_.poll)(bmp280, i2c1_line_, bmp280_target, now)) {
    record(metrics, ages_, Sensor::bmp280, bmp280, bmp280_sampler_.up(), now);
    feed_bmp280(metrics, now);
  }
  next.add(bmp280_sampler_.next());
  if ((bme680_sampler_.poll)(bme680, i2c1_line_, bme680_target, now)) {
    record(metrics, ages_, Sensor::bme680, bme680, bme680_sampler_.up(), now);
    feed_bme680(metrics, now);
  }
  next.add(bme680_sampler_.next());
  if ((max1111_sampler_.poll)(max1111, spi0_line_, max1111_target, now)) {
    record(metrics, ages_, Sensor::max1111, max1111, max1111_sampler_.up(), now);
    feed_max1111(metrics, now);
  }
  next.add(max1111_sampler_.next());
  if ((max31855_sampler_.poll)(max31855, spi0_line_, max31855_target, now)) {
    record(metrics, ages_, Sensor::max31855, max31855, max31855_sampler_.up(), now);
    feed_max31855(metrics, now);
  }
  next.add(max31855_sampler_.next());
  if ((max6675_sampler_.poll)(max6675, spi0_line_, max6675_target, now)) {
    record(metrics, ages_, Sensor::max6675, max6675, max6675_sampler_.up(), now);
    feed_max6675(metrics, now);
  }
  next.add(max6675_sampler_.next());
  if ((mcp3008_sampler_.poll)(mcp3008, spi0_line_, mcp3008_target, now)) {
    record(metrics, ages_, Sensor::mcp3008, mcp3008, mcp3008_sampler_.up(), now);
    feed_mcp3008(metrics, now);
  }
  next.add(mcp3008_sampler_.next());
  if ((bme280_spi_sampler_.poll)(bme280_spi, spi0_line_, bme280_spi_target, now)) {
    record(metrics, ages_, Sensor::bme280_spi, bme280_spi, bme280_spi_sampler_.up(), now);
    feed_bme280_spi(metrics, now);
  }
  next.add(bme280_spi_sampler_.next());
  expire(metrics, now, next);
  return next.pause();
}

void Sensors::feed_veml7700(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = veml7700.published();
  const px::devices::VishayVeml7700::Readings& readings = veml7700.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = vishay_veml7700_illuminance_e1(readings);
    metrics.illuminance.labels(Sensor::veml7700).feed().set_scaled(value);
    freshness_[0].renew(now);
  }
}

void Sensors::feed_mcp9808(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = mcp9808.published();
  const px::devices::MicrochipMcp9808::Readings& readings = mcp9808.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = microchip_mcp9808_temperature_e3(readings);
    metrics.temperature.labels(Sensor::mcp9808, Channel::_).feed().set_scaled(value);
    freshness_[1].renew(now);
  }
}

void Sensors::feed_lsm303dlhc_magn(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = lsm303dlhc_magn.published();
  const px::devices::StLsm303dlhcMagn::Readings& readings = lsm303dlhc_magn.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = st_lsm303dlhc_magn_magnetic_flux_density_x_e9(readings);
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc_magn, Axis::x).feed().set_scaled(value);
    freshness_[2].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = st_lsm303dlhc_magn_magnetic_flux_density_y_e9(readings);
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc_magn, Axis::y).feed().set_scaled(value);
    freshness_[3].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = st_lsm303dlhc_magn_magnetic_flux_density_z_e9(readings);
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc_magn, Axis::z).feed().set_scaled(value);
    freshness_[4].renew(now);
  }
}

void Sensors::feed_bh1750(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bh1750.published();
  const px::devices::RohmBh1750::Readings& readings = bh1750.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = rohm_bh1750_illuminance_e1(readings);
    metrics.illuminance.labels(Sensor::bh1750).feed().set_scaled(value);
    freshness_[5].renew(now);
  }
}

void Sensors::feed_seesaw_soil(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = seesaw_soil.published();
  const px::devices::AdafruitSeesawSoil::Readings& readings = seesaw_soil.readings();
  if ((published & 0x2U) != 0) {
    const std::int32_t value = adafruit_seesaw_soil_temperature_e3(readings);
    metrics.temperature.labels(Sensor::seesaw_soil, Channel::_).feed().set_scaled(value);
    freshness_[6].renew(now);
  }
  if ((published & 0x1U) != 0) {
    const std::int32_t value = adafruit_seesaw_soil_moisture_capacitance_e0(readings);
    metrics.moisture_capacitance.labels(Sensor::seesaw_soil).feed().set_scaled(value);
    freshness_[7].renew(now);
  }
}

void Sensors::feed_aht20(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = aht20.published();
  const px::devices::AosongAht20::Readings& readings = aht20.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = aosong_aht20_temperature_e3(readings);
    metrics.temperature.labels(Sensor::aht20, Channel::_).feed().set_scaled(value);
    freshness_[8].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = aosong_aht20_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::aht20).feed().set_scaled(value);
    freshness_[9].renew(now);
  }
}

void Sensors::feed_si7021(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = si7021.published();
  const px::devices::SilabsSi7021::Readings& readings = si7021.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = silabs_si7021_temperature_e3(readings);
    metrics.temperature.labels(Sensor::si7021, Channel::_).feed().set_scaled(value);
    freshness_[10].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = silabs_si7021_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::si7021).feed().set_scaled(value);
    freshness_[11].renew(now);
  }
}

void Sensors::feed_sht31(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = sht31.published();
  const px::devices::SensirionSht31::Readings& readings = sht31.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = sensirion_sht31_temperature_e3(readings);
    metrics.temperature.labels(Sensor::sht31, Channel::_).feed().set_scaled(value);
    freshness_[12].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = sensirion_sht31_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::sht31).feed().set_scaled(value);
    freshness_[13].renew(now);
  }
}

void Sensors::feed_lm75(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = lm75.published();
  const px::devices::NationalLm75::Readings& readings = lm75.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = national_lm75_temperature_e3(readings);
    metrics.temperature.labels(Sensor::lm75, Channel::_).feed().set_scaled(value);
    freshness_[14].renew(now);
  }
}

void Sensors::feed_tmp105(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp105.published();
  const px::devices::TiTmp105::Readings& readings = tmp105.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_tmp105_temperature_e3(readings);
    metrics.temperature.labels(Sensor::tmp105, Channel::_).feed().set_scaled(value);
    freshness_[15].renew(now);
  }
}

void Sensors::feed_tmp117(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp117.published();
  const px::devices::TiTmp117::Readings& readings = tmp117.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_tmp117_temperature_e3(readings);
    metrics.temperature.labels(Sensor::tmp117, Channel::_).feed().set_scaled(value);
    freshness_[16].renew(now);
  }
}

void Sensors::feed_ads1115(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = ads1115.published();
  const px::devices::TiAds1115::Readings& readings = ads1115.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_ads1115_voltage_e4(readings, 0);
    metrics.voltage.labels(Sensor::ads1115, Channel::_0).feed().set_scaled(value);
    freshness_[17].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = ti_ads1115_voltage_e4(readings, 1);
    metrics.voltage.labels(Sensor::ads1115, Channel::_1).feed().set_scaled(value);
    freshness_[18].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = ti_ads1115_voltage_e4(readings, 2);
    metrics.voltage.labels(Sensor::ads1115, Channel::_2).feed().set_scaled(value);
    freshness_[19].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = ti_ads1115_voltage_e4(readings, 3);
    metrics.voltage.labels(Sensor::ads1115, Channel::_3).feed().set_scaled(value);
    freshness_[20].renew(now);
  }
}

void Sensors::feed_emc1413(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = emc1413.published();
  const px::devices::MicrochipEmc1413::Readings& readings = emc1413.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = microchip_emc1413_temperature_internal_e3(readings);
    metrics.temperature.labels(Sensor::emc1413, Channel::internal).feed().set_scaled(value);
    freshness_[21].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = microchip_emc1413_temperature_external1_e3(readings);
    metrics.temperature.labels(Sensor::emc1413, Channel::external1).feed().set_scaled(value);
    freshness_[22].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = microchip_emc1413_temperature_external2_e3(readings);
    metrics.temperature.labels(Sensor::emc1413, Channel::external2).feed().set_scaled(value);
    freshness_[23].renew(now);
  }
}

void Sensors::feed_sgp30(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = sgp30.published();
  const px::devices::SensirionSgp30::Readings& readings = sgp30.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = sensirion_sgp30_eco2_e0(readings);
    metrics.eco2.labels(Sensor::sgp30).feed().set_scaled(value);
    freshness_[24].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = sensirion_sgp30_tvoc_e0(readings);
    metrics.tvoc.labels(Sensor::sgp30).feed().set_scaled(value);
    freshness_[25].renew(now);
  }
}

void Sensors::feed_sgp40(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = sgp40.published();
  const px::devices::SensirionSgp40::Readings& readings = sgp40.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = sensirion_sgp40_voc_raw_e0(readings);
    metrics.voc_raw.labels(Sensor::sgp40).feed().set_scaled(value);
    freshness_[26].renew(now);
  }
}

void Sensors::feed_scd41(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = scd41.published();
  const px::devices::SensirionScd41::Readings& readings = scd41.readings();
  if ((published & 0x2U) != 0) {
    const std::int32_t value = sensirion_scd41_temperature_e3(readings);
    metrics.temperature.labels(Sensor::scd41, Channel::_).feed().set_scaled(value);
    freshness_[27].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = sensirion_scd41_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::scd41).feed().set_scaled(value);
    freshness_[28].renew(now);
  }
  if ((published & 0x1U) != 0) {
    const std::int32_t value = sensirion_scd41_co2_e0(readings);
    metrics.co2.labels(Sensor::scd41).feed().set_scaled(value);
    freshness_[29].renew(now);
  }
}

void Sensors::feed_bme280(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bme280.published();
  const px::devices::BoschBme280::Readings& readings = bme280.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bosch_bme280_temperature_e3(readings);
    metrics.temperature.labels(Sensor::bme280, Channel::_).feed().set_scaled(value);
    freshness_[30].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = bosch_bme280_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::bme280).feed().set_scaled(value);
    freshness_[31].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = bosch_bme280_pressure_e1(readings);
    metrics.pressure.labels(Sensor::bme280).feed().set_scaled(value);
    freshness_[32].renew(now);
  }
}

void Sensors::feed_dps310(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = dps310.published();
  const px::devices::InfineonDps310::Readings& readings = dps310.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = infineon_dps310_temperature_e3(readings);
    metrics.temperature.labels(Sensor::dps310, Channel::_).feed().set_scaled(value);
    freshness_[33].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = infineon_dps310_pressure_e1(readings);
    metrics.pressure.labels(Sensor::dps310).feed().set_scaled(value);
    freshness_[34].renew(now);
  }
}

void Sensors::feed_ina219(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = ina219.published();
  const px::devices::TiIna219::Readings& readings = ina219.readings();
  if ((published & 0x2U) != 0) {
    const std::int32_t value = ti_ina219_bus_voltage_e3(readings);
    metrics.bus_voltage.labels(Sensor::ina219).feed().set_scaled(value);
    freshness_[35].renew(now);
  }
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_ina219_shunt_voltage_e5(readings);
    metrics.shunt_voltage.labels(Sensor::ina219).feed().set_scaled(value);
    freshness_[36].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = ti_ina219_current_e4(readings);
    metrics.current.labels(Sensor::ina219).feed().set_scaled(value);
    freshness_[37].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = ti_ina219_power_e3(readings);
    metrics.power.labels(Sensor::ina219).feed().set_scaled(value);
    freshness_[38].renew(now);
  }
}

void Sensors::feed_sht4x(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = sht4x.published();
  const px::devices::SensirionSht4x::Readings& readings = sht4x.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = sensirion_sht4x_temperature_e3(readings);
    metrics.temperature.labels(Sensor::sht4x, Channel::_).feed().set_scaled(value);
    freshness_[39].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = sensirion_sht4x_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::sht4x).feed().set_scaled(value);
    freshness_[40].renew(now);
  }
}

void Sensors::feed_tmp102(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp102.published();
  const px::devices::TiTmp102::Readings& readings = tmp102.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_tmp102_temperature_e3(readings);
    metrics.temperature.labels(Sensor::tmp102, Channel::_).feed().set_scaled(value);
    freshness_[41].renew(now);
  }
}

void Sensors::feed_tmp421(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp421.published();
  const px::devices::TiTmp421::Readings& readings = tmp421.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_tmp421_temperature_local_e3(readings);
    metrics.temperature.labels(Sensor::tmp421, Channel::local).feed().set_scaled(value);
    freshness_[42].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = ti_tmp421_temperature_remote1_e3(readings);
    metrics.temperature.labels(Sensor::tmp421, Channel::remote1).feed().set_scaled(value);
    freshness_[43].renew(now);
  }
}

void Sensors::feed_bmp280(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bmp280.published();
  const px::devices::BoschBmp280::Readings& readings = bmp280.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bosch_bmp280_temperature_e3(readings);
    metrics.temperature.labels(Sensor::bmp280, Channel::_).feed().set_scaled(value);
    freshness_[44].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = bosch_bmp280_pressure_e1(readings);
    metrics.pressure.labels(Sensor::bmp280).feed().set_scaled(value);
    freshness_[45].renew(now);
  }
}

void Sensors::feed_bme680(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bme680.published();
  const px::devices::BoschBme680::Readings& readings = bme680.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bosch_bme680_temperature_e3(readings);
    metrics.temperature.labels(Sensor::bme680, Channel::_).feed().set_scaled(value);
    freshness_[46].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = bosch_bme680_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[47].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = bosch_bme680_pressure_e1(readings);
    metrics.pressure.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[48].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = bosch_bme680_gas_resistance_e0(readings);
    metrics.gas_resistance.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[49].renew(now);
  }
}

void Sensors::feed_max1111(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = max1111.published();
  const px::devices::MaximMax1111::Readings& readings = max1111.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e4(readings, 0);
    metrics.voltage.labels(Sensor::max1111, Channel::_0).feed().set_scaled(value);
    freshness_[50].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e4(readings, 1);
    metrics.voltage.labels(Sensor::max1111, Channel::_1).feed().set_scaled(value);
    freshness_[51].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e4(readings, 2);
    metrics.voltage.labels(Sensor::max1111, Channel::_2).feed().set_scaled(value);
    freshness_[52].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e4(readings, 3);
    metrics.voltage.labels(Sensor::max1111, Channel::_3).feed().set_scaled(value);
    freshness_[53].renew(now);
  }
}

void Sensors::feed_max31855(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = max31855.published();
  const px::devices::MaximMax31855::Readings& readings = max31855.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = maxim_max31855_temperature_thermocouple_e3(readings);
    metrics.temperature.labels(Sensor::max31855, Channel::thermocouple).feed().set_scaled(value);
    freshness_[54].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = maxim_max31855_temperature_internal_e3(readings);
    metrics.temperature.labels(Sensor::max31855, Channel::internal).feed().set_scaled(value);
    freshness_[55].renew(now);
  }
}

void Sensors::feed_max6675(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = max6675.published();
  const px::devices::MaximMax6675::Readings& readings = max6675.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = maxim_max6675_temperature_e3(readings);
    metrics.temperature.labels(Sensor::max6675, Channel::_).feed().set_scaled(value);
    freshness_[56].renew(now);
  }
}

void Sensors::feed_mcp3008(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = mcp3008.published();
  const px::devices::MicrochipMcp3008::Readings& readings = mcp3008.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 0);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_0).feed().set_scaled(value);
    freshness_[57].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 1);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_1).feed().set_scaled(value);
    freshness_[58].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 2);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_2).feed().set_scaled(value);
    freshness_[59].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 3);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_3).feed().set_scaled(value);
    freshness_[60].renew(now);
  }
  if ((published & 0x10U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 4);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_4).feed().set_scaled(value);
    freshness_[61].renew(now);
  }
  if ((published & 0x20U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 5);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_5).feed().set_scaled(value);
    freshness_[62].renew(now);
  }
  if ((published & 0x40U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 6);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_6).feed().set_scaled(value);
    freshness_[63].renew(now);
  }
  if ((published & 0x80U) != 0) {
    const std::int32_t value = microchip_mcp3008_voltage_e4(readings, 7);
    metrics.voltage.labels(Sensor::mcp3008, Channel::_7).feed().set_scaled(value);
    freshness_[64].renew(now);
  }
}

void Sensors::feed_bme280_spi(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bme280_spi.published();
  const px::devices::BoschBme280Spi::Readings& readings = bme280_spi.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bosch_bme280_spi_temperature_e3(readings);
    metrics.temperature.labels(Sensor::bme280_spi, Channel::_).feed().set_scaled(value);
    freshness_[65].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = bosch_bme280_spi_relative_humidity_e4(readings);
    metrics.relative_humidity.labels(Sensor::bme280_spi).feed().set_scaled(value);
    freshness_[66].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = bosch_bme280_spi_pressure_e1(readings);
    metrics.pressure.labels(Sensor::bme280_spi).feed().set_scaled(value);
    freshness_[67].renew(now);
  }
}

void Sensors::expire([[maybe_unused]] Metrics& metrics, [[maybe_unused]] px::Time now,
                     [[maybe_unused]] px::sensors::Earliest& next) {
  static constexpr px::Duration max_ages[] = {{25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000},
      {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000},
      {25000}, {25000}, {25000}, {25000}, {5000}, {5000}, {5000}, {41395}, {41395}, {41395}, {25000}, {25000}, {25000},
      {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000},
      {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000},
      {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}, {25000}};
  for (std::size_t place = 0; place < freshness_.size(); ++place) {
    if (freshness_[place].expires(now, max_ages[place])) {
      drop(metrics, place);
    } else if (freshness_[place].fresh()) {
      next.add(freshness_[place].end(max_ages[place]));
    }
  }
  for (const Sensor sensor : all<Sensor>) {
    metrics.sensor_last_success_age.labels(sensor).set(ages_[px::label_position(sensor)].seconds(now));
  }
}

void Sensors::drop(Metrics& metrics, std::size_t place) {
  switch (place) {
    case 0:
      metrics.illuminance.labels(Sensor::veml7700).feed().make_absent();
      break;
    case 1:
      metrics.temperature.labels(Sensor::mcp9808, Channel::_).feed().make_absent();
      break;
    case 2:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc_magn, Axis::x).feed().make_absent();
      break;
    case 3:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc_magn, Axis::y).feed().make_absent();
      break;
    case 4:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc_magn, Axis::z).feed().make_absent();
      break;
    case 5:
      metrics.illuminance.labels(Sensor::bh1750).feed().make_absent();
      break;
    case 6:
      metrics.temperature.labels(Sensor::seesaw_soil, Channel::_).feed().make_absent();
      break;
    case 7:
      metrics.moisture_capacitance.labels(Sensor::seesaw_soil).feed().make_absent();
      break;
    case 8:
      metrics.temperature.labels(Sensor::aht20, Channel::_).feed().make_absent();
      break;
    case 9:
      metrics.relative_humidity.labels(Sensor::aht20).feed().make_absent();
      break;
    case 10:
      metrics.temperature.labels(Sensor::si7021, Channel::_).feed().make_absent();
      break;
    case 11:
      metrics.relative_humidity.labels(Sensor::si7021).feed().make_absent();
      break;
    case 12:
      metrics.temperature.labels(Sensor::sht31, Channel::_).feed().make_absent();
      break;
    case 13:
      metrics.relative_humidity.labels(Sensor::sht31).feed().make_absent();
      break;
    case 14:
      metrics.temperature.labels(Sensor::lm75, Channel::_).feed().make_absent();
      break;
    case 15:
      metrics.temperature.labels(Sensor::tmp105, Channel::_).feed().make_absent();
      break;
    case 16:
      metrics.temperature.labels(Sensor::tmp117, Channel::_).feed().make_absent();
      break;
    case 17:
      metrics.voltage.labels(Sensor::ads1115, Channel::_0).feed().make_absent();
      break;
    case 18:
      metrics.voltage.labels(Sensor::ads1115, Channel::_1).feed().make_absent();
      break;
    case 19:
      metrics.voltage.labels(Sensor::ads1115, Channel::_2).feed().make_absent();
      break;
    case 20:
      metrics.voltage.labels(Sensor::ads1115, Channel::_3).feed().make_absent();
      break;
    case 21:
      metrics.temperature.labels(Sensor::emc1413, Channel::internal).feed().make_absent();
      break;
    case 22:
      metrics.temperature.labels(Sensor::emc1413, Channel::external1).feed().make_absent();
      break;
    case 23:
      metrics.temperature.labels(Sensor::emc1413, Channel::external2).feed().make_absent();
      break;
    case 24:
      metrics.eco2.labels(Sensor::sgp30).feed().make_absent();
      break;
    case 25:
      metrics.tvoc.labels(Sensor::sgp30).feed().make_absent();
      break;
    case 26:
      metrics.voc_raw.labels(Sensor::sgp40).feed().make_absent();
      break;
    case 27:
      metrics.temperature.labels(Sensor::scd41, Channel::_).feed().make_absent();
      break;
    case 28:
      metrics.relative_humidity.labels(Sensor::scd41).feed().make_absent();
      break;
    case 29:
      metrics.co2.labels(Sensor::scd41).feed().make_absent();
      break;
    case 30:
      metrics.temperature.labels(Sensor::bme280, Channel::_).feed().make_absent();
      break;
    case 31:
      metrics.relative_humidity.labels(Sensor::bme280).feed().make_absent();
      break;
    case 32:
      metrics.pressure.labels(Sensor::bme280).feed().make_absent();
      break;
    case 33:
      metrics.temperature.labels(Sensor::dps310, Channel::_).feed().make_absent();
      break;
    case 34:
      metrics.pressure.labels(Sensor::dps310).feed().make_absent();
      break;
    case 35:
      metrics.bus_voltage.labels(Sensor::ina219).feed().make_absent();
      break;
    case 36:
      metrics.shunt_voltage.labels(Sensor::ina219).feed().make_absent();
      break;
    case 37:
      metrics.current.labels(Sensor::ina219).feed().make_absent();
      break;
    case 38:
      metrics.power.labels(Sensor::ina219).feed().make_absent();
      break;
    case 39:
      metrics.temperature.labels(Sensor::sht4x, Channel::_).feed().make_absent();
      break;
    case 40:
      metrics.relative_humidity.labels(Sensor::sht4x).feed().make_absent();
      break;
    case 41:
      metrics.temperature.labels(Sensor::tmp102, Channel::_).feed().make_absent();
      break;
    case 42:
      metrics.temperature.labels(Sensor::tmp421, Channel::local).feed().make_absent();
      break;
    case 43:
      metrics.temperature.labels(Sensor::tmp421, Channel::remote1).feed().make_absent();
      break;
    case 44:
      metrics.temperature.labels(Sensor::bmp280, Channel::_).feed().make_absent();
      break;
    case 45:
      metrics.pressure.labels(Sensor::bmp280).feed().make_absent();
      break;
    case 46:
      metrics.temperature.labels(Sensor::bme680, Channel::_).feed().make_absent();
      break;
    case 47:
      metrics.relative_humidity.labels(Sensor::bme680).feed().make_absent();
      break;
    case 48:
      metrics.pressure.labels(Sensor::bme680).feed().make_absent();
      break;
    case 49:
      metrics.gas_resistance.labels(Sensor::bme680).feed().make_absent();
      break;
    case 50:
      metrics.voltage.labels(Sensor::max1111, Channel::_0).feed().make_absent();
      break;
    case 51:
      metrics.voltage.labels(Sensor::max1111, Channel::_1).feed().make_absent();
      break;
    case 52:
      metrics.voltage.labels(Sensor::max1111, Channel::_2).feed().make_absent();
      break;
    case 53:
      metrics.voltage.labels(Sensor::max1111, Channel::_3).feed().make_absent();
      break;
    case 54:
      metrics.temperature.labels(Sensor::max31855, Channel::thermocouple).feed().make_absent();
      break;
    case 55:
      metrics.temperature.labels(Sensor::max31855, Channel::internal).feed().make_absent();
      break;
    case 56:
      metrics.temperature.labels(Sensor::max6675, Channel::_).feed().make_absent();
      break;
    case 57:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_0).feed().make_absent();
      break;
    case 58:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_1).feed().make_absent();
      break;
    case 59:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_2).feed().make_absent();
      break;
    case 60:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_3).feed().make_absent();
      break;
    case 61:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_4).feed().make_absent();
      break;
    case 62:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_5).feed().make_absent();
      break;
    case 63:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_6).feed().make_absent();
      break;
    case 64:
      metrics.voltage.labels(Sensor::mcp3008, Channel::_7).feed().make_absent();
      break;
    case 65:
      metrics.temperature.labels(Sensor::bme280_spi, Channel::_).feed().make_absent();
      break;
    case 66:
      metrics.relative_humidity.labels(Sensor::bme280_spi).feed().make_absent();
      break;
    case 67:
      metrics.pressure.labels(Sensor::bme280_spi).feed().make_absent();
      break;
    default:
      break;
  }
}

}  // namespace bench_probe
