// sensor_week STATES.json RESULTS.json: a week of every device of the library in simulated time. Parts are unplugged and replaced
// by others with other settings, lose their power, and fail in every way that the simulated bus knows; a state is a vector of
// sensor_replay with its settings and what it means. What is published must be what the part that is there means.
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <prometheus_express/exposition/renderer.hpp>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "library.hpp"
#include "place.hpp"

namespace px = prometheus_express;
using library::Sensor;
using nlohmann::json;

namespace {

constexpr std::uint64_t second = 1000;
constexpr std::uint64_t week = 7 * 24 * 3600 * second;
// Longer than any part makes a driver wait between two transfers: it notices that the part is away.
constexpr std::uint64_t shortest_absence = 75 * second;

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

[[noreturn]] void wrong(const Place& place, std::uint64_t time, const std::string& what) {
  throw std::runtime_error(place.name + " at " + std::to_string(time) + " ms: " + what);
}

class Week {
 public:
  explicit Week(const json& vectors) {
    sensors_.for_each(
        [&](std::string_view name, std::string_view device, auto& driver, const px::bus::Target& target) {
          Place place;
          using Driver = std::remove_reference_t<decltype(driver)>;
          place.name = name;
          place.sensor = static_cast<Sensor>(places_.size());
          place.number = target.number;
          const bool pressure = device == "bosch/bme280" || device == "bosch/bmp280";
          place.wire = target.frequency != 0 ? static_cast<px::simulated::Wire*>(&spi_)
                       : pressure            ? &other_i2c_
                                             : &i2c_;
          const json& of_place = vectors.at(std::string(name));
          place.has_checksum = of_place.at("has_checksum");
          place.age = of_place.at("max_age").get<std::uint64_t>() * second;
          place.configure = [&driver](const json& config) {
            for (const auto& [setting, value] : config.items()) {
              if (!Driver::set(driver.settings, setting, text_of(value))) {
                throw std::runtime_error("no setting " + setting);
              }
            }
          };
          place.published = [&driver] { return values_of(driver); };
          for (const json& vector : of_place.at("states")) {
            place.states.push_back({px::simulated::make_part(vector.at("model").dump()),
                                    vector.at("expect").at("channels").get<Values>(),
                                    vector.value("config", json::object())});
          }
          place.configure(place.states[0].config);
          place.wire->attach(place.number, *place.states[0].part);
          places_.push_back(std::move(place));
        });
  }

  void run() {
    std::uint64_t next_fault = 600 * second;
    std::uint64_t next_page = 0;
    // Two days before the clock of 32 bits wraps.
    const auto start = static_cast<std::uint32_t>(0U - 2U * 24 * 3600 * second);
    while (time_ < week) {
      if (time_ >= next_fault) {
        disturb(places_[random(static_cast<unsigned>(places_.size()))]);
        next_fault = time_ + random(300) * second;
      }
      for (Place& place : places_) {
        if (time_ >= place.back) {
          come_back(place);
        }
      }
      const px::Time now{static_cast<std::uint32_t>(start + time_)};
      const px::Duration pause = sensors_.poll(metrics_, now);
      for (Place& place : places_) {
        check_sample(place);
      }
      if (time_ >= next_page) {
        check_page();
        next_page = time_ + random(600) * second;
      }
      time_ += std::max(pause, px::Duration::millis(1)).milliseconds;
    }
  }

  [[nodiscard]] json result() const {
    json result;
    for (const Place& place : places_) {
      result[place.name] = {{"reads", place.reads},
                            {"good", place.goods},
                            {"errors", place.errors},
                            {"replaced", place.replaced}};
    }
    return result;
  }

 private:
  unsigned random(unsigned below) { return static_cast<unsigned>(random_() % below); }

  void disturb(Place& place) {
    using px::simulated::Fault;
    switch (random(8)) {
      case 0:  // replaced by another part, for which there are other settings
      case 1:
      case 2:
        if (place.back == never) {
          place.wire->detach(place.number);
          place.back = time_ + shortest_absence + random(600) * second;
          ++place.replaced;
        }
        break;
      case 3:  // a loss of power that is too short to be noticed
        place.states[place.state].part->power_cycle();
        break;
      case 4:
        place.wire->inject(place.number, place.has_checksum ? Fault::bit_error : Fault::nack, 1 + random(5));
        break;
      case 5:
        place.wire->inject(place.number, Fault::stretch, 1 + random(5));
        break;
      case 6:
        place.wire->inject(place.number, Fault::hang, 1 + random(3));
        break;
      default:
        place.wire->inject(Fault::stuck, 1 + random(3));
        place.wire->set_delay(random(4));
        break;
    }
  }

  void come_back(Place& place) {
    place.back = never;
    place.state = random(static_cast<unsigned>(place.states.size()));
    State& state = place.states[place.state];
    state.part->power_cycle();
    place.configure(state.config);
    place.wire->attach(place.number, *state.part);
  }

  void check_sample(Place& place) {
    const std::uint32_t reads = metrics_.sensor_reads.labels(place.sensor).value();
    std::uint32_t errors = 0;
    for (const library::SensorFailure reason : library::all<library::SensorFailure>) {
      errors += metrics_.sensor_read_errors.labels(place.sensor, reason).value();
    }
    if (reads == place.reads) {
      if (errors != place.errors) {
        wrong(place, time_, "an error without a sample");
      }
      return;
    }
    const Values published = place.published();
    const Values& means = place.states[place.state].means;
    if (reads != place.reads + 1 || errors > place.errors + 1 ||
        (published.empty() && errors == place.errors)) {
      wrong(place, time_, "the counters do not add up");
    }
    for (const auto& [channel, value] : published) {
      const auto expected = means.find(channel);
      if (expected == means.end() || std::abs(value - expected->second) > 1e-9 * std::abs(value) + 1e-9) {
        wrong(place, time_, channel + " is " + std::to_string(value));
      }
      place.good[channel] = {value, time_};
    }
    place.goods += published.empty() ? 0U : 1U;
    place.reads = reads;
    place.errors = errors;
  }

  /// Each good value stands on the page until it is too old, and nothing else.
  void check_page() {
    const Values page = read_page();
    std::size_t fresh = 0;
    for (const Place& place : places_) {
      for (const auto& [channel, last] : place.good) {
        const auto brace = channel.find('{');
        const std::string sensor = "{sensor=\"" + place.name + "\"";
        const std::string series = channel.substr(0, brace) + sensor +
                                   (brace == std::string::npos ? "}" : "," + channel.substr(brace + 1));
        const auto found = page.find(series);
        const bool is_fresh = time_ - last.second <= place.age;
        if ((found != page.end()) != is_fresh) {
          wrong(place, time_, series + (is_fresh ? " is missing" : " is too old"));
        }
        // In decimals, of which one half of the last can be missing; some are calculated in floats.
        if (is_fresh &&
            std::abs(found->second - last.first) > 0.5 * step(series) + 5e-7 * std::abs(last.first)) {
          wrong(place, time_, series + " shows " + std::to_string(found->second));
        }
        fresh += is_fresh ? 1U : 0U;
      }
    }
    if (page.size() != fresh) {
      throw std::runtime_error("values that no part has sent at " + std::to_string(time_) + " ms");
    }
  }

  /// What the schema rounds to.
  static double step(const std::string& series) {
    static const Values steps = {{"temperature_celsius", 0},    {"relative_humidity_ratio", 1e-4},
                                 {"pressure_pascals", 0.1},     {"voltage_volts", 1e-5},
                                 {"illuminance_lux", 0.01},     {"magnetic_flux_density_teslas", 1e-9},
                                 {"shunt_voltage_volts", 1e-5}, {"bus_voltage_volts", 1e-5},
                                 {"current_amperes", 1e-4},     {"power_watts", 1e-3}};
    const auto found = steps.find(series.substr(0, series.find('{')));
    return found == steps.end() ? 1 : found->second;
  }

  /// The values of the page by their series, but for those of the sensors' health.
  [[nodiscard]] Values read_page() {
    std::string text;
    static_assert(library::snapshot_bytes == 0);
    px::Renderer renderer(library::default_page, library::source(*this));
    std::array<char, 4096> room;
    while (const std::size_t size = renderer.fill(room)) {
      text.append(room.data(), size);
    }
    Values page;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (line[0] != '#' && !line.starts_with("sensor_")) {
        const auto blank = line.rfind(' ');
        page[line.substr(0, blank)] = std::stod(line.substr(blank + 1));
      }
    }
    return page;
  }

 public:
  library::Metrics metrics;

 private:
  library::Metrics& metrics_ = metrics;
  px::simulated::I2c i2c_;
  px::simulated::I2c other_i2c_;
  px::simulated::Spi spi_;
  library::Sensors sensors_{i2c_, other_i2c_, spi_};
  std::vector<Place> places_;
  std::minstd_rand random_{42};
  std::uint64_t time_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) {
      throw std::runtime_error("usage: sensor_week STATES.json RESULTS.json");
    }
    std::ifstream file(argv[1]);
    const auto week = std::make_unique<Week>(json::parse(file));
    week->run();
    std::ofstream(argv[2]) << std::setw(1) << week->result() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "sensor_week: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
