// A bus at which nobody answers.
#pragma once

#include <algorithm>

#include "prometheus_express/bus/bus.hpp"

namespace prometheus_express::target {

class NobodySpi final : public bus::SpiInPieces {
 public:
  bus::Outcome begin(const bus::Target& /*target*/, std::span<const std::uint8_t> /*out*/,
                     std::span<std::uint8_t> in) override {
    std::fill(in.begin(), in.end(), std::uint8_t{0xFF});
    return bus::Outcome::ok;
  }
  bus::Outcome begin_pieces(const bus::Target& target, std::span<const std::uint8_t> /*head*/,
                            std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    return begin(target, out, in);
  }
};

}  // namespace prometheus_express::target
