// Arm's PL022, the RP2040's SPI, as a master of one part. Long pieces go by DMA while the processor sleeps.
// Source: RP2040 Datasheet, section 4.4; Arm DDI 0194, chapter 3.
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "dma.hpp"
#include "pins.hpp"
#include "registers.hpp"
#include "timer.hpp"

class Pl022 final : public prometheus_express::bus::SpiInPieces {
 public:
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

  /// The chip select is a pin that the program moves, since the controller's own rises between bytes.
  constexpr Pl022(std::uintptr_t base, std::uint32_t clock, Pin select, const Timer& timer)
      : registers_(base), clock_(clock), select_(select), timer_(timer) {}

  /// Once, when clocks and pins are ready; the chip select is high from here on.
  void start();

  /// Both do the whole transfer: `failed` where DMA does not end, `ok` else.
  [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in) override;
  [[nodiscard]] Outcome begin_pieces(const Target& target, std::span<const std::uint8_t> head,
                                     std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override;

 private:
  void set_up(const Target& target);
  [[nodiscard]] bool move(std::span<const std::uint8_t> out, std::span<std::uint8_t> in);
  bool move_by_queue(std::span<const std::uint8_t> head, std::span<const std::uint8_t> out,
                     std::span<std::uint8_t> in) const;
  [[nodiscard]] bool move_by_dma(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) const;
  void empty_queue() const;

  static constexpr std::uint32_t control_0 = 0x00, control_1 = 0x04, data = 0x08, status = 0x0C,
                                 prescaler = 0x10, dma_control = 0x24;
  static constexpr std::uint32_t enable = 1U << 1U;
  static constexpr std::uint32_t receive_not_empty = 1U << 2U, busy = 1U << 4U;
  static constexpr std::uint32_t queue = 8;  // entries in each direction
  static constexpr DmaChannel transmit{0}, receive{1};

  Registers registers_;
  std::uint32_t clock_;
  Pin select_;
  const Timer& timer_;
  std::uint32_t frequency_ = 0;  // as it is set up
  std::uint8_t mode_ = 0;
};
