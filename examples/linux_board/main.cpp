// A Linux board: what /proc and /sys say, read when Prometheus asks.
#include <chrono>
#include <optional>
#include <prometheus_express/host.hpp>

#include "linux_board.hpp"
#include "proc_file.hpp"

using namespace linux_board;

struct Board {
  mutable Metrics metrics;  // reading measures itself
  mutable std::chrono::steady_clock::time_point scrape_started;

  std::optional<double> load(Minutes minutes) const {
    if (minutes == Minutes::_1) {  // the first value on the page
      scrape_started = std::chrono::steady_clock::now();
    }
    return ProcFile("/proc/loadavg").word<double>(static_cast<unsigned>(minutes));
  }

  std::optional<std::uint64_t> memory(State state) const {
    static constexpr const char* keys[] = {"MemTotal:", "MemAvailable:", "MemFree:"};
    const auto kibibytes = ProcFile("/proc/meminfo").after<std::uint64_t>(keys[static_cast<unsigned>(state)]);
    return kibibytes ? std::optional(*kibibytes * 1024) : std::nullopt;
  }

  std::optional<double> uptime() const { return ProcFile("/proc/uptime").word<double>(0); }

  std::optional<double> temperature() const {
    const auto millidegrees = ProcFile("/sys/class/thermal/thermal_zone0/temp").word<double>(0);
    return millidegrees ? std::optional(*millidegrees / 1000) : std::nullopt;
  }

  std::optional<std::uint64_t> context_switches() const {
    return ProcFile("/proc/stat").after<std::uint64_t>("ctxt");
  }

  std::optional<std::uint64_t> network(Direction direction) const {
    const auto bytes = bytes_of_all_interfaces(direction == Direction::received ? 0 : 8);
    if (direction == Direction::sent) {  // the last value that is read
      const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - scrape_started;
      metrics.scrape_duration.observe(seconds.count());
    }
    return bytes;
  }

  void look_at_link() {
    NetworkLink link = NetworkLink::unknown;
    (void)from_string(state_of_first_interface(), link);
    metrics.network_link.state(link);
  }
};
constinit Board board;

int main(int argc, char** argv) {
  return prometheus_express::host::serve(site(board), argc, argv,
                                         {.call = [](prometheus_express::Time) { board.look_at_link(); }});
}
