// sensirion/scd41: CO2, temperature and humidity sensor; the SCD40 too. Generated from its description; do not edit.
#include "sensirion_scd41.hpp"

#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>
#include <prometheus_express/sensors/setting_text.hpp>

#include <cstddef>

namespace prometheus_express::devices::inline text_97080ac2 {

template <class Real>
std::int32_t SensirionScd41::Readings::offset_code() const {
  return (settings.temperature_offset_celsius.count * 13107 + 1750) / 3500;
}

template <class Real>
Real SensirionScd41::Readings::co2() const {
  return Real(co2_);
}
template float SensirionScd41::Readings::co2<float>() const;
template double SensirionScd41::Readings::co2<double>() const;

template <class Real>
Real SensirionScd41::Readings::temperature() const {
  return Real(-45) + Real(175 * temperature_code_) / Real(65535);
}
template float SensirionScd41::Readings::temperature<float>() const;
template double SensirionScd41::Readings::temperature<double>() const;

template <class Real>
Real SensirionScd41::Readings::relative_humidity() const {
  return Real(humidity_code_) / Real(65535);
}
template float SensirionScd41::Readings::relative_humidity<float>() const;
template double SensirionScd41::Readings::relative_humidity<double>() const;

template <class Real>
Real SensirionScd41::Readings::value(std::uint8_t channel) const {
  switch (channel) {
    case 0:
      return co2<Real>();
    case 1:
      return temperature<Real>();
    case 2:
      return relative_humidity<Real>();
    default:
      return Real{};
  }
}
template float SensirionScd41::Readings::value<float>(std::uint8_t channel) const;
template double SensirionScd41::Readings::value<double>(std::uint8_t channel) const;

bool SensirionScd41::set(Settings& settings, std::string_view name, std::string_view value) {
  if (name == "altitude_meters") {
    return px::sensors::read_number(value, 0, 0, 3000, settings.altitude_meters);
  }
  if (name == "ambient_pressure_pascals") {
    return px::sensors::read_number(value, 0, 0, 120000, settings.ambient_pressure_pascals);
  }
  if (name == "temperature_offset_celsius") {
    return px::sensors::read_number(value, 2, 0, 2000, settings.temperature_offset_celsius.count);
  }
  if (name == "identify") {
    settings.identify = value == "true";
    return value == "true" || value == "false";
  }
  return false;
}

void SensirionScd41::run() {
  if (begins()) {
    readings_.settings = settings;
  }
  switch (position()) {
    // start, from power-up on
    case 0:  // send: 0x3F86
      px::sensors::put(buffer_.data(), 0x3F86, 2);
      transfer(buffer_.data(), 2, 0, 1);
      return;
    case 1:  // wait: 500 ms
      wait(500000, 2);
      return;
    case 2:  // send: 0x3646
      px::sensors::put(buffer_.data(), 0x3646, 2);
      transfer(buffer_.data(), 2, 0, 3);
      return;
    case 3:  // wait: 30 ms
      wait(30000, 4);
      return;
    case 4:  // identify: unless it is switched off
      if (!settings.identify) {
        return go(9);
      }
      // send: 0x3682
      px::sensors::put(buffer_.data(), 0x3682, 2);
      transfer(buffer_.data(), 2, 0, 5);
      return;
    case 5:  // wait: 1 ms
      wait(1000, 6);
      return;
    case 6:  // receive
      set_tries(20, 7);
      [[fallthrough]];
    case 7:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 9, 8, 2000);
      return;
    case 8:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      if (px::crc8({buffer_.data() + 3, 2}, 0x31, 0xFF) != buffer_[5]) {
        return fail(px::sensors::Failure::crc);
      }
      if (px::crc8({buffer_.data() + 6, 2}, 0x31, 0xFF) != buffer_[8]) {
        return fail(px::sensors::Failure::crc);
      }
      [[fallthrough]];
    // prepare
    case 9:  // if
      if (readings_.settings.altitude_meters <= 0) {
        return go(11);
      }
      // send
      px::sensors::put(buffer_.data(), 0x2427, 2);
      px::sensors::put(buffer_.data() + 2, static_cast<std::uint32_t>(readings_.settings.altitude_meters), 2);
      buffer_[4] = px::crc8({buffer_.data() + 2, 2}, 0x31, 0xFF);
      transfer(buffer_.data(), 5, 0, 10);
      return;
    case 10:  // wait: 1 ms
      wait(1000, 11);
      return;
    case 11:  // if
      if (readings_.settings.temperature_offset_celsius.count == 400) {
        return go(13);
      }
      // send
      px::sensors::put(buffer_.data(), 0x241D, 2);
      px::sensors::put(buffer_.data() + 2, static_cast<std::uint32_t>(readings_.offset_code<float>()), 2);
      buffer_[4] = px::crc8({buffer_.data() + 2, 2}, 0x31, 0xFF);
      transfer(buffer_.data(), 5, 0, 12);
      return;
    case 12:  // wait: 1 ms
      wait(1000, 13);
      return;
    case 13:  // send: 0x21B1
      px::sensors::put(buffer_.data(), 0x21B1, 2);
      transfer(buffer_.data(), 2, 0, 14);
      return;
    case 14:  // wait: 5000 ms
      wait(5000000, 15);
      return;
    // measure: a sample starts here
    case 15:  // if
      if (readings_.settings.ambient_pressure_pascals <= 0) {
        return go(17);
      }
      // send
      px::sensors::put(buffer_.data(), 0xE000, 2);
      px::sensors::put(buffer_.data() + 2,
          static_cast<std::uint32_t>(readings_.settings.ambient_pressure_pascals / 100), 2);
      buffer_[4] = px::crc8({buffer_.data() + 2, 2}, 0x31, 0xFF);
      transfer(buffer_.data(), 5, 0, 16);
      return;
    case 16:  // wait: 1 ms
      wait(1000, 17);
      return;
    case 17:  // repeat: at most 60 times, every 100 ms
      set_repeats(59);
      [[fallthrough]];
    case 18:  // send: 0xE4B8
      px::sensors::put(buffer_.data(), 0xE4B8, 2);
      transfer(buffer_.data(), 2, 0, 19);
      return;
    case 19:  // wait: 1 ms
      wait(1000, 20);
      return;
    case 20:  // receive: ready
      set_tries(20, 21);
      [[fallthrough]];
    case 21:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 3, 22, 2000);
      return;
    case 22: {  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      const std::uint16_t ready = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 5, 11));
      // repeat, continued
      if (ready != 0) {
        return go(23);
      }
      if (!repeat_again()) {
        return fail(px::sensors::Failure::no_data);
      }
      wait(100000, 18);
      return;
    }
    case 23:  // send: 0xEC05
      px::sensors::put(buffer_.data(), 0xEC05, 2);
      transfer(buffer_.data(), 2, 0, 24);
      return;
    case 24:  // wait: 1 ms
      wait(1000, 25);
      return;
    case 25:  // receive: co2, temperature_code, humidity_code
      set_tries(20, 26);
      [[fallthrough]];
    case 26:  // receive, continued
      transfer_when_ready(buffer_.data(), 0, 9, 27, 2000);
      return;
    case 27:  // receive, continued
      if (px::crc8({buffer_.data(), 2}, 0x31, 0xFF) != buffer_[2]) {
        return fail(px::sensors::Failure::crc);
      }
      if (px::crc8({buffer_.data() + 3, 2}, 0x31, 0xFF) != buffer_[5]) {
        return fail(px::sensors::Failure::crc);
      }
      if (px::crc8({buffer_.data() + 6, 2}, 0x31, 0xFF) != buffer_[8]) {
        return fail(px::sensors::Failure::crc);
      }
      readings_.co2_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 0, 16));
      readings_.temperature_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 24, 16));
      readings_.humidity_code_ = static_cast<std::uint16_t>(px::sensors::bits(buffer_.data(), 48, 16));
      // publish: co2, temperature, relative_humidity
      if (readings_.co2_ != 0) {
        if (readings_.co2_ <= 40000) {
          publish(0);  // co2
        } else {
          note(px::sensors::Failure::out_of_range);
        }
      } else {
        note(px::sensors::Failure::no_data);
      }
      publish(1);  // temperature
      publish(2);  // relative_humidity
      return finish();
    default:
      return finish();
  }
}

}  // namespace prometheus_express::devices::inline text_97080ac2
