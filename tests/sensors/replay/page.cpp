#include "page.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <prometheus_express/exposition/renderer.hpp>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <string>
#include <vector>

#include "bench.hpp"
#include "bench_sensors.hpp"

namespace px = prometheus_express;
using nlohmann::json;

namespace {

struct Application {
  bench::Metrics metrics;
};

std::string rendered(Application& application) {
  px::Renderer renderer(bench::default_page, bench::source(application));
  std::string page;
  std::array<char, 4096> buffer{};
  while (const std::size_t size = renderer.fill(buffer)) {
    page.append(buffer.data(), size);
  }
  return page;
}

}  // namespace

json lines_on_page(const json& vector, std::string_view name) {
  Application application;
  // A part for every bus: only the sensor that is meant finds one at its address and is what the part expects.
  std::array<px::simulated::I2c, 5> i2c;
  px::simulated::Spi spi;
  bench::Sensors sensors{i2c[0], i2c[1], i2c[2], i2c[3], i2c[4], spi};
  std::vector<std::unique_ptr<px::simulated::Part>> parts;
  sensors.for_each(
      [&](std::string_view sensor, std::string_view, auto& driver, const px::bus::Target& target) {
        if (sensor != name) {
          return;
        }
        const json config = vector.value("config", json::object());
        for (const auto& [setting, value] : config.items()) {
          const std::string text = value.is_string() ? std::string(value) : value.dump();
          static_cast<void>(driver.set(driver.settings, setting, text));
        }
        const auto attach = [&](px::simulated::Wire& wire) {
          parts.push_back(px::simulated::make_part(vector.at("model").dump()));
          wire.attach(target.number, *parts.back());
        };
        if (target.frequency != 0) {
          attach(spi);
        } else {
          for (px::simulated::I2c& bus : i2c) {
            attach(bus);
          }
        }
      });
  px::Time now{};
  for (const px::Time end{20'000}; now.milliseconds < end.milliseconds;) {
    now = now + std::max(sensors.poll(application.metrics, now), px::Duration::millis(1));
  }
  json lines = json::array();
  const std::string page = rendered(application);
  const std::string mark = "sensor=\"" + std::string(name) + '"';
  for (std::size_t from = 0, to = 0; (to = page.find('\n', from)) != std::string::npos; from = to + 1) {
    const std::string line = page.substr(from, to - from);
    if (line.find(mark) != std::string::npos) {
      lines.push_back(line);
    }
  }
  return lines;
}
