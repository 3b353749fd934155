// An SPI bus whose other end is a program: a chip-select window is a message over a byte stream (protocol.hpp).
//
//   spi_socket::Controller spi{*spi_socket::Place::parse("unix:/tmp/chip")};
//   spi.begin({}, request, reply);                  // any bus::SpiInPieces takes its place
//
// It connects at the first window, and again when the stream was lost: at most once a second. A window whose `in` is empty is not
// waited for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/spi_socket/spi_socket_linked.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/posix/descriptor.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"
#include "prometheus_express/ports/spi_socket/place.hpp"
#include "prometheus_express/ports/spi_socket/protocol.hpp"

namespace prometheus_express::spi_socket {

class Controller final : public bus::SpiInPieces {
 public:
  /// How long an answer may take.
  static constexpr Duration patience = Duration::seconds(2);
  /// Until the next attempt to connect.
  static constexpr Duration reconnect_after = Duration::seconds(1);

  explicit Controller(Place place) : place_(std::move(place)) {}

  /// Done when it returns: `failed` when nobody is at the other end, or answers.
  bus::Outcome begin(const bus::Target& target, std::span<const std::uint8_t> out,
                     std::span<std::uint8_t> in) override;

  /// The same with the window put together from its pieces.
  bus::Outcome begin_pieces(const bus::Target& target, std::span<const std::uint8_t> head,
                            std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override;

  /// Drives the part's reset pin. False when nobody is at the other end.
  bool set_reset_pin(bool high);

  /// Whether the part's interrupt is asserted, after waiting for that at most so long.
  [[nodiscard]] bool(interrupts)(Duration longest = {});

  /// A line of the part's control language; what it answers, nothing when nobody is there.
  std::string control(std::string_view line);

  /// Why the last window failed; empty when it did not.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  [[nodiscard]] bool(connect)();
  bool(send)(Operation operation, std::span<const std::uint8_t> payload);
  [[nodiscard]] bool receive(std::span<std::uint8_t> into, Duration longest);
  [[nodiscard]] bool ask(Operation operation, std::span<const std::uint8_t> payload,
                         Duration longest = patience);
  bool(select)(const bus::Target& target);
  [[nodiscard]] bus::Outcome exchange(const bus::Target& target, std::size_t skipped,
                                      std::span<std::uint8_t> in);
  bool lose(std::string_view what);

  Place place_;
  posix::Descriptor stream_;
  posix::MonotonicClock clock_;
  Time tried_at_;
  bool tried_ = false;
  bus::Target target_ = {};
  std::vector<std::uint8_t> window_;
  std::vector<std::uint8_t> message_;
  std::vector<std::uint8_t> reply_;
  std::string error_;
};

}  // namespace prometheus_express::spi_socket
