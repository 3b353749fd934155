// An SPI controller of Linux with its chip selects, /dev/spidevB.C, as a bus for sensors. A chip select may be forbidden, absent or
// removed: transfers to it fail then, and go on once it is there.
//
//   linux_spi::Controller spi("/dev/spidev0");           // chip select 1 is /dev/spidev0.1
//   weather_station::Sensors sensors{spi};
//   …after each poll:
//   if (const char* news = spi.news()) { std::fprintf(stderr, "%s\n", news); }
//
// `begin` makes one SPI_IOC_MESSAGE and waits for it: 255 bytes at 1 MHz take 2 ms; the kernel gives a controller that hangs up after
// twice that time and 200 ms (spi_transfer_wait). Words have 8 bits. The clock is the part's, or where they are
// slower the bus's `frequency` in the schema or spi-max-frequency of the device tree. The mode is set when the chip select is
// opened, and again where a part's mode is another one.
//
// SPI has no acknowledge: every error of spidev is Outcome::failed, `reason="bus"` in the health metrics. ENODEV, ENXIO, ESHUTDOWN and
// their like say that the device has gone; others, such as EIO and ETIMEDOUT, count as that after four in a row. Then, or when it could
// not be opened, it is opened again after 250 ms, then with pauses up to 4 s.
#pragma once

#include <array>
#include <cstdint>
#include <prometheus_express/ports/linux_spi/linux_spi_linked.hpp>
#include <span>
#include <string_view>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/linux_device/node.hpp"

namespace prometheus_express::linux_spi {

class Controller final : public bus::SpiInPieces {
 public:
  /// Chip selects that one object serves: the first so many that are used.
  static constexpr std::size_t most_selects = 8;

  /// `path` without the chip select, which sensors bring along: `/dev/spidev0`. Nothing is opened before the first transfer.
  explicit Controller(std::string_view path);

  /// Returns ok or failed, never pending. A window is at most as long as spidev's bufsiz, 4096 unless its module is told
  /// otherwise.
  [[nodiscard]] bus::Outcome begin(const bus::Target& target, std::span<const std::uint8_t> out,
                                   std::span<std::uint8_t> in) override;

  /// The same with `head` before it in one message, so in one chip-select window.
  [[nodiscard]] bus::Outcome begin_pieces(const bus::Target& target, std::span<const std::uint8_t> head,
                                          std::span<const std::uint8_t> out,
                                          std::span<std::uint8_t> in) override;

  /// See linux_device::Node; of the first chip select with which something is wrong, or new.
  [[nodiscard]] const char* error() const;
  [[nodiscard]] const char* news();

 private:
  struct Select {
    linux_device::Node node;
    bool used = false;
    std::uint8_t number = 0;
    std::uint8_t mode = 0;  // as the device has it: clock polarity and phase, and flags that are not ours
    std::uint32_t max_frequency = 0;  // of the device; zero where it has none
  };

  [[nodiscard]] Select*(select)(std::uint8_t number);
  [[nodiscard]] static bool open(Select& select);
  [[nodiscard]] static bool set_mode(Select& select, std::uint8_t mode);

  std::array<char, linux_device::Node::path_size> path_{};
  std::array<Select, most_selects> selects_{};
  bool too_many_ = false;  // chip selects have been asked for
  bool told_ = false;
};

}  // namespace prometheus_express::linux_spi
