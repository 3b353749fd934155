#include "spi_session.hpp"

#include <algorithm>
#include <string_view>

namespace prometheus_express::simulated_w5500 {
namespace {

using spi_socket::head_size;
using spi_socket::Operation;

std::uint32_t read32(std::span<const std::uint8_t> bytes) {
  return bytes[0] | static_cast<std::uint32_t>(bytes[1]) << 8U | static_cast<std::uint32_t>(bytes[2]) << 16U |
         static_cast<std::uint32_t>(bytes[3]) << 24U;
}

void append_little(Bytes& bytes, std::uint32_t value) {
  for (unsigned byte = 0; byte < 4; ++byte) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8U * byte & 0xFFU));
  }
}

}  // namespace

void SpiSession::reply(Bytes& replies, Operation operation, std::span<const std::uint8_t> payload) {
  const std::size_t length = std::min(payload.size(), spi_socket::largest_payload);
  const spi_socket::Head head = spi_socket::make_head(operation, length);
  replies.insert(replies.end(), head.begin(), head.end());
  replies.insert(replies.end(), payload.begin(), payload.begin() + static_cast<std::ptrdiff_t>(length));
}

bool SpiSession::take(std::span<const std::uint8_t> bytes, Microseconds now, Bytes& replies) {
  received_.insert(received_.end(), bytes.begin(), bytes.end());
  return run(now, replies);
}

void SpiSession::end_wait(Microseconds now, Bytes& replies) {
  if (!waits_until_) {
    return;
  }
  chip_.run();
  if (chip_.interrupts() || now >= *waits_until_) {
    waits_until_.reset();
    const std::uint8_t level[] = {static_cast<std::uint8_t>(chip_.interrupts() ? 0 : 1)};
    reply(replies, Operation::wait, level);
  }
}

bool SpiSession::run(Microseconds now, Bytes& replies) {
  end_wait(now, replies);
  std::size_t taken = 0;
  bool understood = true;
  while (understood && !waits_until_ && received_.size() - taken >= head_size) {
    const auto request = std::span<const std::uint8_t>(received_).subspan(taken);
    const auto length = static_cast<std::size_t>(request[2] | request[3] << 8U);
    if (request[1] != 0) {
      return false;
    }
    if (request.size() < head_size + length) {
      break;
    }
    understood =
        carry_out(static_cast<Operation>(request[0]), request.subspan(head_size, length), now, replies);
    taken += head_size + length;
  }
  received_.erase(received_.begin(), received_.begin() + static_cast<std::ptrdiff_t>(taken));
  return understood;
}

bool SpiSession::carry_out(Operation operation, std::span<const std::uint8_t> payload, Microseconds now,
                           Bytes& replies) {
  switch (operation) {
    case Operation::transfer:
    case Operation::post: {
      Bytes miso(payload.size());
      chip_.window(payload, miso);
      if (operation == Operation::transfer) {
        reply(replies, operation, miso);
      }
      return true;
    }
    case Operation::reset_pin:
      if (payload.size() != 1 || payload[0] > 1) {
        return false;
      }
      chip_.set_reset_pin(payload[0] == 1);
      reply(replies, operation, {});
      return true;
    case Operation::interrupt: {
      if (!payload.empty()) {
        return false;
      }
      chip_.run();
      const std::uint8_t level[] = {static_cast<std::uint8_t>(chip_.interrupts() ? 0 : 1)};
      reply(replies, operation, level);
      return true;
    }
    case Operation::wait:
      if (payload.size() != 4) {
        return false;
      }
      waits_until_ = now + read32(payload) * Microseconds{1000};
      end_wait(now, replies);
      return true;
    case Operation::bus:
      if (payload.size() != 5) {
        return false;
      }
      chip_.set_bus(payload[0], read32(payload.subspan(1)));
      reply(replies, operation, {});
      return true;
    case Operation::counts: {
      if (!payload.empty()) {
        return false;
      }
      Bytes counts;
      append_little(counts, chip_.findings().violations());
      append_little(counts, chip_.findings().cautions());
      append_little(counts, chip_.counts().windows);
      append_little(counts, chip_.counts().commands);
      reply(replies, operation, counts);
      return true;
    }
    case Operation::control: {
      const std::string_view line(reinterpret_cast<const char*>(payload.data()), payload.size());
      quits_ = quits_ || line == "quit";
      const std::string answer = chip_.control(line);
      reply(replies, operation, Bytes(answer.begin(), answer.end()));
      return true;
    }
  }
  return false;
}

}  // namespace prometheus_express::simulated_w5500
