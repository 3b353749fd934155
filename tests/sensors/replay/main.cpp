// sensor_replay VECTORS.json RESULTS.json [float]: runs the generated driver of each vector's device against the vector's simulated
// device in simulated time, and writes what it published, calculated in double (or in float).
// Six keys of a vector are of our own: `nack_at: 3` leaves the fourth transfer without acknowledge, `brown_out: true` takes
// the power away after a first sample, and shows the one after it has come back; `waits: true` lists the waits in microseconds;
// `again: {brown_out: true, config: {…}, model: {…}}` shows a second sample, after a loss of power that nobody noticed, with
// other settings, or of what stands in the part's place from then on;
// `meanwhile: {config: {…}}` changes settings with every transfer, too late for the sample; `page: true` shows the
// part's lines on a page.
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <string>

#include "bench.hpp"
#include "page.hpp"
#include "wire.hpp"

namespace px = prometheus_express;
using nlohmann::json;

namespace {

constexpr const char* failure_names[] = {"none",    "nack",  "wrong_id",     "crc", "timeout",
                                         "no_data", "fault", "out_of_range", "bus"};

// What a driver may use up before it counts as one that never ends.
constexpr unsigned most_transfers = 2000;
constexpr std::uint64_t most_microseconds = 120'000'000;

bool in_float = false;

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

unsigned number_of(const json& value) {
  return value.is_string() ? static_cast<unsigned>(std::stoul(value.get<std::string>(), nullptr, 0))
                           : value.get<unsigned>();
}

/// Runs the driver to the end of one sample; false when it was cut off. `nack_at`: the transfer that is not acknowledged;
/// `meanwhile` is called behind each.
bool run(
    px::sensors::Driver& driver, px::bus::Bus& bus, const px::bus::Target& target, json& waits,
    unsigned nack_at = ~0U, const std::function<void()>& meanwhile = [] {}) {
  std::uint64_t time = 0;
  unsigned transfers = 0;
  driver.begin(driver.published() == 0);  // as a sampler: from power-up unless the last sample was good
  while (driver.want() != px::sensors::Driver::Want::nothing) {
    if (driver.want() == px::sensors::Driver::Want::wait) {
      time += driver.microseconds();
      waits.push_back(driver.microseconds());
      driver.waited();
    } else {
      const bool refused = transfers++ == nack_at;
      driver.transferred(refused ? px::bus::Outcome::nack : bus.begin(target, driver.out(), driver.in()));
      meanwhile();
    }
    if (transfers > most_transfers || time > most_microseconds) {
      return false;
    }
  }
  return true;
}

/// Sets what stands in `config`; what is wrong with it, or nothing.
template <class Driver>
std::string configure(Driver& driver, const json& vector) {
  const json config = vector.value("config", json::object());
  for (const auto& [name, value] : config.items()) {
    // A part without identification has none to switch off.
    if (!Driver::set(driver.settings, name, text_of(value)) && name != "identify") {
      return "unknown setting " + name + " " + text_of(value);
    }
  }
  return "";
}

template <class Driver>
json replay(Driver& shared, const json& vector, px::bus::Target target) {
  Driver driver;
  static_cast<void>(shared);
  json result = {{"channels", json::object()}, {"writes", json::array()}};
  if (const std::string wrong = configure(driver, vector); !wrong.empty()) {
    result["status"] = "error";
    result["error"] = wrong;
    return result;
  }
  auto part = px::simulated::make_part(vector.at("model").dump());
  const bool spi = vector.at("bus") == "spi";
  if (!spi) {
    target.number = static_cast<std::uint8_t>(number_of(vector.at("address")));
  }
  std::optional<OnePartWire> wire(std::in_place, spi, target.number, *part);
  json waits = json::array();
  if (vector.value("brown_out", false)) {
    static_cast<void>(run(driver, wire->bus(), target, waits));
    wire->detach();
    static_cast<void>(run(driver, wire->bus(), target, waits));
    part->power_cycle();
    part->forget_writes();
    wire->attach();
    waits = json::array();
  }
  if (vector.contains("again")) {
    static_cast<void>(run(driver, wire->bus(), target, waits));
    static_cast<void>(configure(driver, vector["again"]));
    if (vector["again"].contains("model")) {
      wire.reset();
      part = px::simulated::make_part(vector["again"]["model"].dump());
      wire.emplace(spi, target.number, *part);
    }
    if (vector["again"].value("brown_out", false)) {
      part->power_cycle();
    }
    part->forget_writes();
    waits = json::array();
  }
  const bool ended = run(driver, wire->bus(), target, waits, vector.value("nack_at", ~0U), [&] {
    static_cast<void>(configure(driver, vector.value("meanwhile", json::object())));
  });
  if (vector.value("waits", false)) {
    result["waits"] = waits;
  }
  if (!ended) {
    result["cut_off"] = true;
  }

  std::size_t published = 0;
  for (std::uint8_t number = 0; ended && number < Driver::channels.size(); ++number) {
    if ((driver.published() >> number & 1U) != 0) {
      const px::sensors::Channel& channel = Driver::channels[number];
      std::string name(channel.name);
      if (!channel.label.empty()) {
        name += "{" + std::string(channel.label) + "=\"" + std::string(channel.label_value) + "\"}";
      }
      result["channels"][name] = in_float
                                     ? static_cast<double>(driver.readings().template value<float>(number))
                                     : driver.readings().template value<double>(number);
      ++published;
    }
  }
  result["status"] = published == 0 ? "error" : published == Driver::channels.size() ? "ok" : "partial";
  if (published != Driver::channels.size()) {
    const auto failure = static_cast<std::size_t>(driver.failure());
    // Where the settings skip every channel, nothing has failed, and there are no data all the same.
    const char* const name = failure == 0 && published == 0 ? "no_data" : failure_names[failure];
    result["error"] = ended ? name : "timeout";
  }
  for (const px::simulated::Write& write : part->writes()) {
    std::string hex;
    for (const std::uint8_t byte : write.data) {
      constexpr const char* digits = "0123456789ABCDEF";
      hex += digits[byte >> 4U];
      hex += digits[byte & 15U];
    }
    result["writes"].push_back(write.reg.empty() ? json(hex) : json::array({write.reg, hex}));
  }
  return result;
}

json replay_vector(bench::Sensors& sensors, const json& vector) {
  // `maker,part-spi` is the same part on SPI.
  std::string name = vector.at("device");
  const bool spi = vector.at("bus") == "spi";
  if (name.ends_with("-spi")) {
    name.resize(name.size() - 4);
  }
  name.replace(name.find(','), 1, "/");
  std::optional<json> result;
  sensors.for_each(
      [&](std::string_view sensor, std::string_view device, auto& driver, const px::bus::Target& target) {
        if (!result && device == name && spi == (target.frequency != 0)) {
          result = replay(driver, vector, target);
          if (vector.value("page", false)) {
            (*result)["page"] = lines_on_page(vector, sensor);
          }
        }
      });
  return result ? *result
                : json{{"status", "error"}, {"error", "no driver for " + name}, {"channels", json::object()}};
}

}  // namespace

int main(int argc, char** argv) {
  in_float = argc == 4 && std::string_view(argv[3]) == "float";
  if (argc != 3 && !in_float) {
    std::cerr << "usage: sensor_replay VECTORS.json RESULTS.json [float]\n";
    return 2;
  }
  try {
    std::ifstream file(argv[1]);
    if (!file) {
      std::cerr << "sensor_replay: cannot read " << argv[1] << '\n';
      return 1;
    }
    const json vectors = json::parse(file);
    px::simulated::I2c i2c;
    px::simulated::Spi spi;
    bench::Sensors sensors{i2c, i2c, i2c, i2c, i2c, spi};
    json results = json::object();
    for (const json& vector : vectors.at("vectors")) {
      try {
        results[vector.at("id").get<std::string>()] = replay_vector(sensors, vector);
      } catch (const std::exception& error) {
        results[vector.at("id").get<std::string>()] = {
            {"status", "error"}, {"error", error.what()}, {"channels", json::object()}};
      }
    }
    std::ofstream out(argv[2]);
    out << std::setw(1) << results << '\n';
    out.close();
    if (!out) {
      std::cerr << "sensor_replay: cannot write " << argv[2] << '\n';
      return 1;
    }
  } catch (const std::exception& error) {
    std::cerr << "sensor_replay: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
