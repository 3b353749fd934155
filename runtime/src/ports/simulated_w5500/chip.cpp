#include "prometheus_express/ports/simulated_w5500/chip.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "core.hpp"

namespace prometheus_express::simulated_w5500 {

Chip::Chip(Options options) : core_(std::make_unique<Core>(std::move(options))) {}
Chip::~Chip() = default;

bus::Outcome Chip::begin(const bus::Target& target, std::span<const std::uint8_t> out,
                         std::span<std::uint8_t> in) {
  std::vector<std::uint8_t> sent(out.begin(), out.end());
  sent.resize(std::max(out.size(), in.size()), 0);
  carry_out(target, sent, 0, in);
  return bus::Outcome::ok;
}

bus::Outcome Chip::begin_pieces(const bus::Target& target, std::span<const std::uint8_t> head,
                                std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  std::vector<std::uint8_t> sent(head.begin(), head.end());
  sent.insert(sent.end(), out.begin(), out.end());
  sent.resize(head.size() + std::max(out.size(), in.size()), 0);
  carry_out(target, sent, head.size(), in);
  return bus::Outcome::ok;
}

void Chip::carry_out(const bus::Target& target, std::span<const std::uint8_t> sent, std::size_t skipped,
                     std::span<std::uint8_t> in) {
  set_bus(target.mode, target.frequency);
  std::vector<std::uint8_t> received(sent.size());
  window(sent, received);
  std::copy_n(received.begin() + static_cast<std::ptrdiff_t>(skipped), in.size(), in.begin());
}

void Chip::window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) { core_->window(out, in); }
void Chip::set_bus(std::uint8_t mode, std::uint32_t frequency) { core_->set_bus(mode, frequency); }
void Chip::set_reset_pin(bool high) { core_->set_reset_pin(high); }
bool Chip::interrupts() const { return core_->interrupts(); }
void Chip::run() { core_->run(); }
std::string Chip::control(std::string_view line) { return core_->control(line); }
std::uint16_t Chip::host_port(std::uint16_t port) const { return core_->context.listeners.host_port(port); }
const Findings& Chip::findings() const { return core_->context.findings; }
const Counts& Chip::counts() const { return core_->context.counts; }
std::string Chip::summary() const { return core_->summary(); }

}  // namespace prometheus_express::simulated_w5500
