// A TCP connection of this machine that stands for one of the chip's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "datagram.hpp"
#include "prometheus_express/ports/posix/descriptor.hpp"

namespace prometheus_express::simulated_w5500 {

class HostStream {
 public:
  HostStream() = default;
  explicit HostStream(posix::Descriptor descriptor);

  /// Begins to connect to an address of this machine; not open when the system refuses even that.
  [[nodiscard]] static HostStream connect(const Place& place);

  [[nodiscard]] bool is_open() const { return descriptor_.is_open(); }
  [[nodiscard]] int number() const { return descriptor_.number(); }

  enum class Connecting : std::uint8_t { under_way, connected, refused };
  [[nodiscard]] Connecting connecting();

  /// Neither side has ended it.
  [[nodiscard]] bool is_established() const;
  /// The peer has sent a RST, or the system has given the connection up.
  [[nodiscard]] bool has_failed() const;

  /// How many of the bytes the system has taken.
  std::size_t send(std::span<const std::uint8_t> bytes);

  /// Bytes that were taken and that the peer has not acknowledged yet.
  [[nodiscard]] std::size_t unacknowledged() const;

  struct Received {
    std::size_t bytes = 0;
    bool ended = false;  // FIN
  };
  Received receive(std::span<std::uint8_t> into);

  /// Sends FIN behind what was taken.
  void finish();
  [[nodiscard]] bool is_finished() const { return finished_; }
  /// The peer has acknowledged our FIN.
  [[nodiscard]] bool finish_is_acknowledged() const;
  /// Both have sent FIN before either was acknowledged.
  [[nodiscard]] bool is_closing() const;

  /// Ends it with a RST.
  void reset();
  /// Ends it in order.
  void close() { descriptor_.close(); }

 private:
  [[nodiscard]] std::uint8_t system_state() const;

  posix::Descriptor descriptor_;
  bool finished_ = false;
  bool failed_ = false;  // before it was seen to be connected
};

}  // namespace prometheus_express::simulated_w5500
