// A server over the port on the simulated chip. Time passes a millisecond a step, when a test says so; its clients are sockets
// of this machine.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "both_answers.hpp"
#include "peer.hpp"
#include "prometheus_express/http/server.hpp"
#include "prometheus_express/ports/simulated_w5500/chip.hpp"
#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/tcp.hpp"

namespace on_model {

namespace px = prometheus_express;
namespace w5500 = px::w5500;

inline constexpr std::uint16_t http_port = 80;
inline constexpr std::string_view request = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n";

/// A chip, the time, and its two lines beside the SPI.
class Model final : public w5500::Pins {
 public:
  explicit Model(const Way& way);

  bool drive_reset(bool low) override;
  bool is_interrupted() override { return !wired || chip.interrupts(); }

  px::simulated_w5500::Microseconds time = 0;
  px::simulated_w5500::Chip chip;
  bool wired = true;  // RSTn and INTn
};

/// The program of a device: what a restart begins anew.
class Program {
 public:
  explicit Program(Model& model);

  void step(px::Time now);

  w5500::Memory memory;
  w5500::Ethernet ethernet;
  w5500::Tcp<4> tcp;
  px::http::Server<px::http::Limits{}> server;
};

class Served : public testing::TestWithParam<Way> {
 protected:
  Served();

  void step();
  void pass(unsigned milliseconds);
  void restart();
  void inject(const std::string& fault);

  [[nodiscard]] std::uint16_t port() const { return model.chip.host_port(http_port); }
  /// A client that comes now is answered within so many milliseconds; one that is refused comes again.
  [[nodiscard]] bool serves(unsigned milliseconds);
  /// All that sockets are for is over, and each listens, within so many milliseconds.
  [[nodiscard]] bool all_listen(unsigned milliseconds);
  [[nodiscard]] std::string findings() const;

  static constexpr unsigned sockets = 6;  // for clients

  Model model;
  std::unique_ptr<Program> program;
  std::string answer;  // to `request`, whole
};

}  // namespace on_model
