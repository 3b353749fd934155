// With LD_PRELOAD: devices for a whole program, as the JSON file that SIMULATED_DEVICES names describes them. It is read again when
// it has changed, so that they can be pulled out while the program runs.
//
//   {"/dev/i2c-1": {"parts": {"0x40": {"kind": "cmd", …}}, "drivers": ["0x50"]},
//    "/dev/spidev0.0": {"part": {"kind": "stream", …}},
//    "/dev/i2c-2": {"forbidden": 13}}
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <prometheus_express/ports/simulated_bus/part.hpp>
#include <string>
#include <utility>
#include <vector>

#include "kernel.hpp"

namespace {

using nlohmann::json;
using prometheus_express::simulated::make_part;
using prometheus_express::simulated::Part;
using simulated_kernel::I2cAdapter;
using simulated_kernel::Kernel;
using simulated_kernel::SpiDevice;

class BenchFile {
 public:
  explicit BenchFile(std::string path) : path_(std::move(path)) {
    look();
    kernel_.watch([this] { look(); });
  }

 private:
  void look() {
    struct stat status = {};
    if (::stat(path_.c_str(), &status) != 0 || status.st_ino == inode_) {
      return;
    }
    inode_ = status.st_ino;
    std::ifstream file(path_);
    apply(json::parse(file));
  }

  void apply(const json& wanted) {
    for (const auto& [path, description] : present_.items()) {
      if (!wanted.contains(path)) {
        kernel_.remove(path);
        adapters_.erase(path);
        kernel_.forbid(path, 0);
      }
    }
    for (const auto& [path, description] : wanted.items()) {
      kernel_.forbid(path, description.value("forbidden", 0));
      if (description.contains("part")) {
        SpiDevice& device = kernel_.add_spi(path);
        device.part = keep(description["part"]);
        device.max_frequency = 10'000'000;
      } else if (!description.contains("forbidden")) {
        plug_in(path, description);
      }
    }
    present_ = wanted;
  }

  void plug_in(const std::string& path, const json& description) {
    I2cAdapter*& adapter = adapters_[path];
    if (adapter == nullptr) {
      adapter = &kernel_.add_i2c(path);
    }
    for (unsigned address = 0; address < 128; ++address) {
      adapter->bus.detach(static_cast<std::uint8_t>(address));
    }
    const json parts = description.value("parts", json::object());
    for (const auto& [address, part] : parts.items()) {
      adapter->bus.attach(static_cast<std::uint8_t>(std::stoul(address, nullptr, 0)), *keep(part));
    }
    adapter->drivers.clear();
    const json drivers = description.value("drivers", json::array());
    for (const auto& address : drivers) {
      adapter->drivers.insert(static_cast<std::uint16_t>(std::stoul(address.get<std::string>(), nullptr, 0)));
    }
  }

  Part* keep(const json& description) { return parts_.emplace_back(make_part(description.dump())).get(); }

  std::string path_;
  ino_t inode_ = 0;
  json present_ = json::object();
  std::map<std::string, I2cAdapter*> adapters_;
  std::vector<std::unique_ptr<Part>> parts_;
  Kernel kernel_;
};

[[gnu::constructor]] void read_bench_file() {
  const char* const path = std::getenv("SIMULATED_DEVICES");
  if (path == nullptr) {
    return;
  }
  try {
    static BenchFile file(path);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "SIMULATED_DEVICES: %s\n", error.what());
    std::abort();
  }
}

}  // namespace
