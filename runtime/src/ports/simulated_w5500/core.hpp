// The chip behind its public face: windows to registers, resets, interrupts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"
#include "passing.hpp"
#include "prometheus_express/ports/simulated_w5500/chip.hpp"
#include "socket.hpp"

namespace prometheus_express::simulated_w5500 {

class Chip::Core {
 public:
  explicit Core(Options options);

  void window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in);
  void set_bus(std::uint8_t mode, std::uint32_t frequency);
  void set_reset_pin(bool high);
  void run();
  [[nodiscard]] bool interrupts() const { return asserted_ && !lost_; }
  std::string control(std::string_view line);
  [[nodiscard]] std::string summary() const;

  Context context;

 private:
  // core.cpp
  void update_time();
  void settle();
  void run_network();
  void serve_listeners();
  void turn_away(std::uint16_t port);
  [[nodiscard]] Socket* listener(std::uint16_t port);
  void deliver_datagrams();
  void update_interrupt();
  [[nodiscard]] std::uint8_t socket_events() const;
  void reset();

  // window.cpp
  void decode(std::span<const std::uint8_t> out, std::span<std::uint8_t> in);
  std::size_t decode_frame(std::span<const std::uint8_t> out, std::span<std::uint8_t> in);
  [[nodiscard]] bool may_be_accessed(std::uint16_t offset, unsigned block, bool writes);
  [[nodiscard]] std::uint8_t read(unsigned block, std::uint16_t offset);
  void write(unsigned block, std::uint16_t offset, std::uint8_t value);
  [[nodiscard]] std::uint8_t read_common(std::uint16_t offset);
  void write_common(std::uint16_t offset, std::uint8_t value);
  void write_mode(std::uint8_t value);
  void flip(std::span<std::uint8_t> bytes, double probability);

  // control.cpp
  using Words = std::vector<std::string_view>;
  bool set_fault(const Words& words);
  bool set_service(const Words& words);
  [[nodiscard]] std::string registers() const;
  [[nodiscard]] std::string ports() const;

  std::vector<Socket> sockets_;
  Microseconds started_ = 0;
  Microseconds network_at_ = 0;
  bool unheard_ = false;  // clients may have come whom nobody could hear
  Passing resetting_;     // by MR
  bool resets_ = false;
  bool reset_pin_ = true;
  Microseconds reset_pin_at_ = 0;
  Microseconds ready_at_ = 0;
  bool asserted_ = false;  // INTn would be low
  bool lost_ = false;      // and does not show
};

}  // namespace prometheus_express::simulated_w5500
