// A model of the registers of a SAMD51 that the board feather_m4 uses, strict about what its data sheet (DS60001507) wants: clocks
// before use (13.1), the width of each register, no write to a register that is still being synchronized (13.3) or that is
// protected while its peripheral is on, no command that the state does not allow. What it forgives and should not is not known:
// nobody has compared it with a chip.
//
//   ChipModel chip;
//   board::start();
//   chip.problems();            // empty
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

class ChipModel {
 public:
  /// A part on I2C, from start to stop.
  struct I2cPart {
    std::uint8_t address = 0x76;
    std::vector<std::uint8_t> written;    // `S`, the bytes, `P`: see `log`
    std::vector<std::uint8_t> readable;   // what it answers, over and over
    std::size_t acknowledges = SIZE_MAX;  // bytes, the address not counted
    std::string log;  // S start, W and R the directions, w a byte, r and n a byte read and its end, P stop
    bool holds_clock = false;      // for ever
    bool disturbs = false;         // the bus: an error is found
    bool never_lets_stop = false;  // the bus stays the master's
  };

  ChipModel();
  ~ChipModel();
  ChipModel(const ChipModel&) = delete;
  ChipModel& operator=(const ChipModel&) = delete;

  /// The one that there is.
  static ChipModel& running();

  std::uint32_t read(std::uint32_t address, unsigned size);
  void write(std::uint32_t address, unsigned size, std::uint32_t value);

  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  [[nodiscard]] std::uint64_t accesses() const { return accesses_; }

  /// The answer to a byte on SPI while the chip select is low.
  std::function<std::uint8_t(std::uint8_t)> spi_part = [](std::uint8_t byte) { return byte; };
  std::vector<std::string> spi_windows;  // the bytes of each, as they came
  I2cPart i2c_part;
  unsigned data_is_held = 0;        // clocks until the part lets go of the data line
  bool never_synchronizes = false;  // of SERCOM1 and SERCOM2
  bool spi_stands_still = false;    // no byte ever arrives
  bool dpll_does_not_lock = false;

  [[nodiscard]] bool has_level(unsigned pin) const { return (port_out_[0] >> pin & 1U) != 0; }
  [[nodiscard]] std::uint32_t word(std::uint32_t address) const;

 private:
  struct Sercom {
    std::uint32_t base;
    std::uint32_t bus_clock_mask;  // address of the register
    unsigned bus_clock_bit;
    unsigned channel;
    bool on = false;
    bool receiver = false;
    unsigned busy = 0;        // bits of SYNCBUSY
    unsigned busy_reads = 0;  // until they are clear
    std::uint32_t control_a = 0;
    std::deque<std::uint8_t> received = {};
    // I2C
    unsigned flags = 0;
    unsigned status = 0;
    bool owns_bus = false;
    bool reads = false;
    std::size_t bytes = 0;
    std::uint32_t data = 0;
  };

  void complain(const std::string& what) { problems_.push_back(what); }
  void demand(bool holds, const std::string& what);
  [[nodiscard]] bool has_bit(std::uint32_t address, unsigned bit) const {
    return (word(address) >> bit & 1U) != 0;
  }
  Sercom* sercom_at(std::uint32_t address);
  void synchronize(Sercom& sercom, unsigned bits);
  std::uint32_t read_sercom(Sercom& sercom, std::uint32_t offset);
  void write_sercom(Sercom& sercom, std::uint32_t offset, unsigned size, std::uint32_t value);
  void write_spi_data(Sercom& sercom, std::uint32_t value);
  void write_i2c_address(Sercom& sercom, std::uint32_t value);
  void write_i2c_data(Sercom& sercom, std::uint32_t value);
  void command(Sercom& sercom, std::uint32_t value);
  void next_byte(Sercom& sercom);
  std::uint32_t read_port(std::uint32_t offset);
  void write_port(std::uint32_t offset, std::uint32_t value);
  std::uint32_t read_timer(std::uint32_t offset);
  void write_timer(std::uint32_t offset, std::uint32_t value);

  std::map<std::uint32_t, std::uint32_t> words_;  // of what has no life of its own
  Sercom spi_{0x40003400, 0x40000814, 13, 8};
  Sercom i2c_{0x41012000, 0x40000818, 9, 23};
  std::uint32_t port_out_[2] = {}, port_direction_[2] = {};
  std::uint32_t ticks_ = 0;
  bool timer_on_ = false, timer_read_ = false;
  unsigned generator_busy_ = 0;
  std::uint64_t accesses_ = 0;
  std::vector<std::string> problems_;
};
