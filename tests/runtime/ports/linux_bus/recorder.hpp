// A part that notes what goes over its bus, and counts up in what it sends.
#pragma once

#include <cstdint>
#include <prometheus_express/ports/simulated_bus/part.hpp>
#include <span>
#include <string_view>
#include <vector>

class Recorder final : public prometheus_express::simulated::Part {
 public:
  struct Transfer {
    std::vector<std::uint8_t> out;
    std::size_t in = 0;

    friend bool operator==(const Transfer&, const Transfer&) = default;
  };

  std::vector<Transfer> transfers;

  prometheus_express::bus::Outcome transfer(std::span<const std::uint8_t> out,
                                            std::span<std::uint8_t> in) override {
    window(out, in);
    return prometheus_express::bus::Outcome::ok;
  }
  void window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    transfers.push_back({{out.begin(), out.end()}, in.size()});
    for (std::size_t at = 0; at < in.size(); ++at) {
      in[at] = static_cast<std::uint8_t>(at + 1);
    }
  }
  void set(std::string_view /*place*/, std::string_view /*hex*/) override {}
  void power_cycle() override {}
};
