// A week of ten sensors in simulated time, whose parts drift, fail and lose their power.
#include "soak.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <random>
#include <string>

namespace {

namespace px = prometheus_express;
using soak::Sensor;

constexpr std::uint32_t second = 1000;
constexpr std::uint64_t week = 7ULL * 24 * 3600 * second;

std::string hex(unsigned number, int digits) {
  char text[16];
  std::snprintf(text, sizeof text, "%0*X", digits, number);
  return text;
}

/// The checksum of a word of two bytes with the polynomial x^8 + x^5 + x^4 + 1.
unsigned crc_of_word(unsigned word, unsigned initial) {
  std::uint32_t rest = initial;
  for (const unsigned byte : {word >> 8U, word & 0xFFU}) {
    rest ^= byte;
    for (int bit = 0; bit < 8; ++bit) {
      rest = (rest & 0x80U) != 0 ? (rest << 1U ^ 0x131U) : rest << 1U;
    }
  }
  return rest & 0xFFU;
}

/// A simulated place: its part, how a code is put into it, and the temperature that the code means.
struct Place {
  Sensor name;
  std::string model;
  std::function<void(px::simulated::Part&, unsigned)> put;
  std::function<double(unsigned)> value;
  unsigned lowest;
  unsigned highest;
  std::uint32_t max_age;
  bool has_checksum = false;
  std::unique_ptr<px::simulated::Part> part{};
  unsigned code = 0;
  unsigned before = 0;
  std::uint64_t changed = 0;
  std::uint64_t away_until = 0;
  std::uint64_t good = 0;
  bool was_good = false;
  std::uint32_t reads = 0;
  std::uint32_t errors = 0;
  std::uint32_t goods = 0;
};

constexpr const char* sht31 = R"({"kind": "cmd", "responses": []})";
constexpr const char* tmp105 = R"({"kind": "reg16", "mem": {"0x00": "1900", "0x01": "00"}, "rw": ["0x01"]})";
constexpr const char* max31855 = R"({"kind": "stream", "miso": "01900000"})";

void put_sht31(px::simulated::Part& part, unsigned code) {
  const std::string word = hex(code, 4) + hex(crc_of_word(code, 0xFF), 2);
  part.set("2400", word + word);
  part.set("2416", word + word);
}
double read_sht31(unsigned code) { return -45 + 175.0 * code / 65535; }

void put_si7021(px::simulated::Part& part, unsigned code) {
  part.set("FCC9", "15FFB5B5FFAC");
  part.set("E7", "3A");
  part.set("F3", hex(code, 4) + hex(crc_of_word(code, 0), 2));
  part.set("F5", "7C80F5");
}
double read_si7021(unsigned code) { return 175.72 * code / 65536 - 46.85; }

void put_tmp105(px::simulated::Part& part, unsigned code) { part.set("0x00", hex(code << 4U & 0xFFFFU, 4)); }
double read_tmp105(unsigned code) { return code / 16.0; }

void put_max31855(px::simulated::Part& part, unsigned code) { part.set("", hex(code << 18U | 0x1800U, 8)); }
double read_max31855(unsigned code) { return code / 4.0; }

constexpr const char* bme680 = R"({"kind": "reg8", "mem": {"0xD0": "61", "0xF0": "00",
  "0x1D": "80005130E077EC205F1800000080350000", "0x8A": "97670300C088D4D75800DC2536FF181E0000FCFD73F21E",
  "0xE1": "3EFA31002D14789C5B66AFE8E212", "0x00": "32001600F3"}, "rw": ["0x70"], "write_style": "pairs"})";
// One temperature only, from the sample of this calibration.
double read_bme680(unsigned) { return 22.7497234; }

constexpr const char* mcp3008 = R"({"kind": "mcp3008", "codes": [0, 1, 2, 3, 4, 5, 6, 7]})";
void put_mcp3008(px::simulated::Part& part, unsigned code) { part.set("0", hex(code, 4)); }
double read_mcp3008(unsigned code) { return code * 5.0 / 1024; }

class Week : public testing::Test {
 protected:
  Week() {
    const auto nothing = [](px::simulated::Part&, unsigned) {};
    places_[0] = {Sensor::air, bme680, nothing, read_bme680, 0, 0, 120};
    places_[1] = {Sensor::shade, "", put_si7021, read_si7021, 0x4000, 0x9000, 90, true};
    places_[1].model = sht31;
    places_[2] = {Sensor::attic, sht31, put_sht31, read_sht31, 0, 0xFFFF, 60, true};
    places_[3] = {Sensor::cellar, sht31, put_sht31, read_sht31, 0, 0xFFFF, 60, true};
    places_[4] = {Sensor::board, tmp105, put_tmp105, read_tmp105, 0, 0x7F0, 40};
    places_[5] = {Sensor::battery, tmp105, put_tmp105, read_tmp105, 0, 0x7F0, 40};
    places_[6] = {Sensor::motor, tmp105, put_tmp105, read_tmp105, 0, 0x7F0, 300};
    places_[7] = {Sensor::oven, max31855, put_max31855, read_max31855, 0, 0x1900, 30};
    places_[8] = {Sensor::kiln, max31855, put_max31855, read_max31855, 0, 0x1900, 60};
    places_[9] = {Sensor::rails, mcp3008, put_mcp3008, read_mcp3008, 0, 1023, 60};
    for (Place& place : places_) {
      place.part = px::simulated::make_part(place.model);
      place.code = place.before = place.lowest;
      place.put(*place.part, place.code);
      come_back(place);
    }
  }

  [[nodiscard]] static bool on_spi(const Place& place) { return place.name >= Sensor::oven; }
  [[nodiscard]] px::simulated::Wire& wire(const Place& place) {
    return on_spi(place) ? static_cast<px::simulated::Wire&>(spi_) : i2c_;
  }
  [[nodiscard]] static std::uint8_t number(const Place& place) {
    constexpr std::uint8_t numbers[] = {0x77, 0x40, 0x44, 0x45, 0x48, 0x49, 0x4A, 0, 1, 2};
    return numbers[static_cast<std::size_t>(place.name)];
  }
  void come_back(Place& place) { wire(place).attach(number(place), *place.part); }

  unsigned random(unsigned below) { return static_cast<unsigned>(random_() % below); }

  void drift() {
    Place& place = places_[random(10)];
    if (time_ - place.changed > 5 * second) {  // longer than a sample takes
      place.before = place.code;
      place.code = place.lowest + random(place.highest - place.lowest + 1);
      place.changed = time_;
      place.put(*place.part, place.code);
    }
  }

  void disturb() {
    Place& place = places_[random(10)];
    px::simulated::Wire& wire_of = wire(place);
    switch (random(7)) {
      case 0:  // unplugged, or without power
      case 1:
        wire_of.detach(number(place));
        place.part->power_cycle();
        place.away_until = time_ + (1 + random(600)) * second;
        break;
      case 2:
        wire_of.inject(number(place),
                       place.has_checksum ? px::simulated::Fault::bit_error : px::simulated::Fault::nack,
                       1 + random(5));
        break;
      case 3:
        wire_of.inject(number(place), px::simulated::Fault::stretch, 1 + random(5));
        break;
      case 4:
        wire_of.inject(number(place), px::simulated::Fault::hang, 1 + random(3));
        break;
      case 5:
        wire_of.inject(px::simulated::Fault::stuck, 1 + random(3));
        break;
      default:
        wire_of.set_delay(random(4));
        break;
    }
  }

  void bring_back() {
    for (Place& place : places_) {
      if (place.away_until != 0 && time_ >= place.away_until) {
        place.away_until = 0;
        come_back(place);
      }
    }
  }

  /// The value of a place as it is on the page; NaN where it is not.
  [[nodiscard]] double shown(const Place& place) {
    soak::Metrics& metrics = metrics_;
    if (place.name == Sensor::air) {
      return metrics.air_temperature.present() ? metrics.air_temperature.value() : NAN;
    }
    if (place.name == Sensor::rails) {
      return metrics.voltage.present() ? metrics.voltage.value().count / 1000.0 : NAN;
    }
    const auto at = static_cast<std::size_t>(place.name) - 1;
    const auto gauge = metrics.temperature.labels(soak::TemperatureSensor::at(at));
    return gauge.present() ? gauge.value().count / 100.0 : NAN;
  }

  void check(Place& place) {
    const std::uint32_t reads = metrics_.sensor_reads.labels(place.name).value();
    std::uint32_t errors = 0;
    for (const soak::SensorFailure reason : soak::all<soak::SensorFailure>) {
      errors += metrics_.sensor_read_errors.labels(place.name, reason).value();
    }
    const bool up = metrics_.sensor_up.labels(place.name).value() != 0;
    if (reads != place.reads) {
      ASSERT_EQ(reads, place.reads + 1);
      if (up) {
        place.good = time_;
        place.was_good = true;
        ++place.goods;
        ASSERT_NEAR(shown(place), place.value(place.code), tolerance(place, place.code)) << describe(place);
      } else {
        ASSERT_EQ(errors, place.errors + 1) << describe(place);
      }
    } else {
      ASSERT_EQ(errors, place.errors);
    }
    place.reads = reads;
    place.errors = errors;
    const std::uint64_t age = time_ - place.good;
    ASSERT_EQ(!std::isnan(shown(place)), place.was_good && age <= place.max_age * second) << describe(place);
    ASSERT_EQ(metrics_.sensor_last_success_age.labels(place.name).value(), age / second)
        << describe(place) << ": before its first good sample since start";
  }

  /// A sample that has just ended may have been taken before the last change.
  [[nodiscard]] double tolerance(const Place& place, unsigned code) const {
    const double rounding = place.name == Sensor::air ? 1e-4 : 0.005 + 1e-9;
    const bool just_changed = time_ - place.changed <= 5 * second;
    return just_changed ? rounding + std::abs(place.value(place.before) - place.value(code)) : rounding;
  }

  [[nodiscard]] std::string describe(const Place& place) const {
    return std::string(soak::to_string(place.name)) + " at " + std::to_string(time_) + " ms";
  }

  px::simulated::I2c i2c_;
  px::simulated::Spi spi_;
  soak::Metrics metrics_;
  soak::Sensors sensors_{i2c_, spi_};
  std::array<Place, 10> places_;
  std::minstd_rand random_{42};
  std::uint64_t time_ = 0;
};

TEST_F(Week, OfFaultsPublishesOnlyWhatIsTrueAndFresh) {
  // Two days before the clock of 32 bits wraps.
  const std::uint32_t start = 0U - 2U * 24 * 3600 * second;
  std::uint64_t next_drift = 0;
  std::uint64_t next_fault = 600 * second;
  while (time_ < week) {
    if (time_ >= next_drift) {
      drift();
      next_drift = time_ + 7 * second + random(60 * second);
    }
    if (time_ >= next_fault) {
      disturb();
      next_fault = time_ + random(1200 * second);
    }
    bring_back();
    const px::Time now{static_cast<std::uint32_t>(start + time_)};
    const px::Duration pause = sensors_.poll(metrics_, now);
    for (Place& place : places_) {
      check(place);
      if (HasFatalFailure()) {
        return;
      }
    }
    ASSERT_LE(pause, px::Duration{second});
    time_ += std::max(pause, px::Duration::millis(1)).milliseconds;
  }
  for (const Place& place : places_) {
    EXPECT_GT(place.goods, 5000U) << describe(place);  // none was kept from its work by another
    EXPECT_GT(place.errors, 5U) << describe(place);
  }
  EXPECT_GT(i2c_.recoveries(), 10U);
}

}  // namespace
