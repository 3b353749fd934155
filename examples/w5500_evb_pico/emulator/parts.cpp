// What is on the emulated board beside the RP2040: a simulated W5500 whose ports are ports of 127.0.0.1, and simulated sensors on
// two I2C buses. ./examples/run w5500_evb_pico starts it.
//
//   parts --folder DIR [--control PATH] [--port N]     listens at DIR/spi (spi_socket/protocol.hpp) and DIR/i2c (i2c_messages.hpp)
//
// Lines of the control socket that begin with the name of a sensor are for it, all others for the W5500, see README.md.
#include <sys/epoll.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <optional>
#include <prometheus_express/host.hpp>
#include <prometheus_express/ports/posix/interrupts.hpp>
#include <prometheus_express/ports/simulated_w5500/chip.hpp>
#include <prometheus_express/ports/simulated_w5500/spi_server.hpp>
#include <string>

#include "../../bench/table.hpp"
#include "byte_server.hpp"
#include "ethernet_station.hpp"
#include "i2c_messages.hpp"
#include "sensor_lines.hpp"

namespace px = prometheus_express;
using px::spi_socket::Place;

namespace {

constexpr int cannot_listen = 1;
constexpr int wrong_options = 2;

/// Lines of text to the one who understands them.
class Control {
 public:
  Control(SensorLines& sensors, px::simulated_w5500::Chip& chip) : sensors_(sensors), chip_(chip) {}

  [[nodiscard]] bool take(std::string& received, std::string& answers) {
    constexpr std::size_t longest_line = 4096;
    for (auto end = received.find('\n'); end != std::string::npos; end = received.find('\n')) {
      const std::string line = received.substr(0, end);
      received.erase(0, end + 1);
      const std::optional<std::string> answer = sensors_.carry_out(line);
      answers += answer ? *answer : chip_.control(line);
    }
    return received.size() <= longest_line;
  }

 private:
  SensorLines& sensors_;
  px::simulated_w5500::Chip& chip_;
};

}  // namespace

int main(int argc, char** argv) {
  bench::Table table;
  std::string_view folder;
  std::string_view control_path;
  auto options = table.options();
  options.push_back({"--folder", "DIR", "where its sockets are to be", &folder});
  options.push_back({"--control", "PATH", "a socket for lines that bring about faults", &control_path});
  px::host::Arguments arguments{8080};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }
  const auto spi_place = Place::parse("unix:" + std::string(folder) + "/spi");
  const auto i2c_place = Place::parse("unix:" + std::string(folder) + "/i2c");
  const auto control_place = Place::parse("unix:" + std::string(control_path));
  if (folder.empty() || !spi_place || !i2c_place || (!control_path.empty() && !control_place)) {
    px::host::complain(arguments.program(),
                       "--folder and --control name places for sockets, which have 107 characters at most");
    return wrong_options;
  }

  std::array<px::simulated::I2c, 2> buses;
  table.place(buses[0], ethernet_station::Sensors::bme280_target, "bosch/bme280");
  table.place(buses[1], ethernet_station::Sensors::si7021_target, "silabs/si7021");
  SensorLines sensors{table, {"bme280", "si7021"}};
  px::simulated_w5500::Options chip_options;
  chip_options.ports[ethernet_station::port] = arguments.port();
  px::simulated_w5500::Chip chip{chip_options};
  px::simulated_w5500::SpiServer spi{chip};
  I2cMessages messages{buses};
  Control control{sensors, chip};

  const px::posix::Interrupts interrupts;
  const px::posix::Descriptor wake(::epoll_create1(EPOLL_CLOEXEC));
  epoll_event event = {};
  event.events = EPOLLIN;
  (void)::epoll_ctl(wake.number(), EPOLL_CTL_ADD, interrupts.descriptor(), &event);
  const auto take_i2c = [&](std::string& received, std::string& answers) {
    return messages.take(received, answers);
  };
  const auto take_line = [&](std::string& received, std::string& answers) {
    return control.take(received, answers);
  };
  ByteServer i2c(wake.number(), *i2c_place, take_i2c);
  std::optional<ByteServer> lines;
  if (control_place) {
    lines.emplace(wake.number(), *control_place, take_line);
  }
  if (!spi.listen(*spi_place) || !i2c.is_listening() || (lines && !lines->is_listening())) {
    px::host::complain(arguments.program(), std::string("cannot listen: ") + std::strerror(errno));
    return cannot_listen;
  }
  std::puts("ready");
  std::fflush(stdout);
  const px::posix::MonotonicClock clock;
  while (!interrupts.raised()) {
    spi.poll(wake.number());
    i2c.poll();
    if (lines) {
      lines->poll();
    }
    table.advance(clock.now());
  }
  std::fputs(chip.findings().text().c_str(), stderr);
  return 0;
}
