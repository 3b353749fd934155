// A thermometer with a display, which shows the temperature of the last hour: sensor and display on one simulated I2C bus. With
// `--panel -` or `--panel FILE.png` one sees what a display would show.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <prometheus_express/host.hpp>
#include <string>
#include <string_view>

#include "../bench/table.hpp"
#include "history.hpp"
#include "history_picture.hpp"
#include "panel.hpp"
#include "panel_picture.hpp"
#include "shared_i2c.hpp"
#include "sparkline.hpp"
#include "ssd1306.hpp"

namespace px = prometheus_express;

namespace {

constexpr px::bus::Target display_target{0x3C};

struct Station {
  explicit Station(px::bus::I2c& bus) : display(bus, display_target) {}

  sparkline::Metrics metrics;
  Ssd1306 display;

  std::uint32_t display_up() const { return display.up() ? 1 : 0; }
  std::uint32_t display_starts() const { return display.starts(); }
  std::uint32_t display_failures() const { return display.failures(); }
};

/// Shows the panel's picture to people, where they asked for it, whenever it has changed.
class Viewer {
 public:
  explicit Viewer(std::string place) : place_(std::move(place)) {}

  /// False when the file cannot be written, for the first time.
  [[nodiscard]] bool show(const Panel& panel) {
    if (place_.empty() || panel.version() == shown_) {
      return true;
    }
    shown_ = panel.version();
    if (place_ == "-") {
      std::printf("%s\n", text_of(panel).c_str());
      std::fflush(stdout);
      return true;
    }
    const bool could = can_;
    can_ = write(png_of(panel));
    return can_ || !could;
  }

 private:
  /// Whoever reads the file finds a whole picture.
  [[nodiscard]] bool write(const std::string& picture) const {
    const std::string fresh = place_ + ".new";
    std::ofstream file(fresh, std::ios::binary);
    file << picture;
    file.close();
    return !file.fail() && std::rename(fresh.c_str(), place_.c_str()) == 0;
  }

  std::string place_;
  std::size_t shown_ = 0;
  bool can_ = true;
};

}  // namespace

int main(int argc, char** argv) {
  px::simulated::I2c bus;
  SharedI2c i2c0(bus);
  Station station(i2c0.second);
  const auto site = sparkline::site(station);

  bench::Table table;
  std::string_view place;
  std::uint32_t span = 3600;
  auto options = table.options();
  options.push_back({"--panel", "FILE", "writes what the display shows: a PNG; - is text, printed", &place});
  options.push_back({"--span", "N", "seconds that it shows (3600)", &span, 1'000'000});
  px::host::Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }

  table.place(bus, sparkline::Sensors::si7021_target, "silabs/si7021");
  Panel panel;
  bus.attach(display_target.number, panel);
  Viewer viewer{std::string(place)};
  sparkline::Sensors sensors{i2c0.first};
  History history(History::column_of(px::Duration::seconds(span)));
  draw_history(history, station.display.draw());

  return px::host::serve(
      site, arguments, {.poll = [&](px::Time now) {
        table.advance(now);
        px::Duration pause = sensors.poll(station.metrics, now);
        const auto& temperature = station.metrics.temperature;
        if (temperature.present() ? history.note(now, temperature.value().count) : history.pass(now)) {
          draw_history(history, station.display.draw());
        }
        pause = std::min({pause, station.display.poll(now), px::Duration{history.column().milliseconds / 2}});
        if (station.display.is_current() && !viewer.show(panel)) {
          px::host::complain(arguments.program(), "cannot write what --panel names");
        }
        return pause;
      }});
}
