// I2C over a byte stream, with the heads of spi_socket/protocol.hpp: transfers to the parts of several buses, and the recovery of
// a bus. i2c_bridge.js is the other end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <prometheus_express/ports/spi_socket/protocol.hpp>
#include <span>
#include <string>

class I2cMessages {
 public:
  explicit I2cMessages(std::span<prometheus_express::simulated::I2c> buses) : buses_(buses) {}

  /// For a ByteServer. False for a message of another form.
  [[nodiscard]] bool take(std::string& received, std::string& answers) {
    using prometheus_express::spi_socket::head_size;
    while (received.size() >= head_size) {
      const std::size_t length = byte(received, 2) | std::size_t{byte(received, 3)} << 8U;
      if (received.size() < head_size + length) {
        return true;
      }
      const std::string payload = received.substr(head_size, length);
      const std::uint8_t operation = byte(received, 0);
      received.erase(0, head_size + length);
      std::string answer;
      if (payload.empty() || byte(payload, 0) >= buses_.size() || !carry_out(operation, payload, answer)) {
        return false;
      }
      answers += {static_cast<char>(operation), '\0', static_cast<char>(answer.size()), '\0'};
      answers += answer;
    }
    return true;
  }

 private:
  static constexpr std::uint8_t transfer =
      1;  // bus, address, how many to read, what to write: the outcome, what was read
  static constexpr std::uint8_t recover = 2;  // bus

  static std::uint8_t byte(const std::string& text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
  }

  bool carry_out(std::uint8_t operation, const std::string& payload, std::string& answer) {
    prometheus_express::simulated::I2c& bus = buses_[byte(payload, 0)];
    if (operation == recover) {
      (void)bus.recover();
      return true;
    }
    constexpr std::size_t most_read = 250;
    if (operation != transfer || payload.size() < 3 || byte(payload, 2) > most_read) {
      return false;
    }
    const std::span out(reinterpret_cast<const std::uint8_t*>(payload.data()) + 3, payload.size() - 3);
    std::array<std::uint8_t, most_read> in = {};
    bus.cancel();  // one that never ended
    const auto outcome = bus.begin({byte(payload, 1)}, out, std::span(in).first(byte(payload, 2)));
    answer.push_back(static_cast<char>(outcome));
    answer.append(reinterpret_cast<const char*>(in.data()), byte(payload, 2));
    return true;
  }

  std::span<prometheus_express::simulated::I2c> buses_;
};
