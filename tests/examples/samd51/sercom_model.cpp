// The SERCOMs of the model: chapters 33, 35 and 36.
#include "chip_model.hpp"

namespace {

constexpr unsigned reset_bit = 1, enable_bit = 2, control_b_bit = 4, operation_bit = 4;
constexpr unsigned master_on_bus = 1, slave_on_bus = 2, error = 0x80;

}  // namespace

void ChipModel::synchronize(Sercom& sercom, unsigned bits) {
  sercom.busy |= bits;
  sercom.busy_reads = 3;
}

std::uint32_t ChipModel::read_sercom(Sercom& sercom, std::uint32_t offset) {
  switch (offset) {
    case 0x00:
      return sercom.control_a | (sercom.on ? enable_bit : 0);
    case 0x18:
      if (&sercom == &spi_) {
        return sercom.on ? 1U | (sercom.received.empty() ? 0U : 4U) : 0U;
      }
      return sercom.flags;
    case 0x1A:
      return sercom.owns_bus ? (sercom.status & ~0x30U) | 2U << 4U : sercom.status;
    case 0x1C:
      if (sercom.busy_reads > 0 && !never_synchronizes && --sercom.busy_reads == 0) {
        sercom.busy = 0;
      }
      return sercom.busy;
    case 0x28:
      if (&sercom == &spi_) {
        demand(!sercom.received.empty(), "a byte of SPI read that has not come");
        const std::uint8_t byte = sercom.received.empty() ? 0 : sercom.received.front();
        if (!sercom.received.empty()) {
          sercom.received.pop_front();
        }
        return byte;
      }
      demand((sercom.flags & slave_on_bus) != 0, "a byte of I2C read that has not come");
      return sercom.data;
    default:
      return 0;
  }
}

void ChipModel::write_sercom(Sercom& sercom, std::uint32_t offset, unsigned size, std::uint32_t value) {
  const bool is_spi = &sercom == &spi_;
  switch (offset) {
    case 0x00: {
      demand(size == 4, "the width of CTRLA");
      demand((sercom.busy & (reset_bit | enable_bit)) == 0, "CTRLA while it is synchronized");
      if ((value & reset_bit) != 0) {
        sercom.on = sercom.receiver = sercom.owns_bus = false;
        sercom.flags = sercom.status = 0;
        sercom.control_a = 0;
        sercom.received.clear();
        synchronize(sercom, reset_bit);
        return;
      }
      const bool turns_on = (value & enable_bit) != 0;
      const std::uint32_t settings = value & ~3U;
      demand(!sercom.on || settings == sercom.control_a, "CTRLA changed while the SERCOM is on");
      demand(!turns_on || settings == sercom.control_a, "settings together with the switch");
      demand(!turns_on || (word(0x40001C80 + 4 * sercom.channel) & 0x40U) != 0,
             "a SERCOM without its generic clock");
      if (turns_on) {
        demand((settings >> 2U & 7U) == (is_spi ? 3U : 5U), "the mode of a master");
        demand(!is_spi || (settings >> 16U & 3U) == 2, "the pads of SPI: DOPO");
        demand(!is_spi || (settings >> 20U & 3U) == 2, "the pads of SPI: DIPO");
      }
      sercom.control_a = settings;
      if (sercom.on != turns_on) {
        sercom.on = turns_on;
        synchronize(sercom, enable_bit);
      }
      return;
    }
    case 0x04:
      demand(size == 4, "the width of CTRLB");
      if (is_spi) {
        demand(!sercom.on, "CTRLB of SPI while it is on");
        sercom.receiver = (value >> 17U & 1U) != 0;
        synchronize(sercom, control_b_bit);
      } else {
        demand((sercom.busy & operation_bit) == 0, "CTRLB while it is synchronized");
        command(sercom, value);
      }
      return;
    case 0x0C:
      demand(size == (is_spi ? 1U : 4U), "the width of BAUD");
      demand(!sercom.on, "BAUD while the SERCOM is on");
      words_[sercom.base + offset] = value;
      return;
    case 0x1A:
      demand(size == 2, "the width of STATUS");
      demand(sercom.on && (sercom.busy & (operation_bit | enable_bit)) == 0,
             "STATUS before the SERCOM is on");
      sercom.status = value & 0x30U;
      synchronize(sercom, operation_bit);
      return;
    case 0x24:
      demand(size == 4, "the width of ADDR");
      write_i2c_address(sercom, value);
      return;
    case 0x28:
      demand(size == 4, "the width of DATA");
      is_spi ? write_spi_data(sercom, value) : write_i2c_data(sercom, value);
      return;
    default:
      complain("a register of a SERCOM that nobody needs");
  }
}

void ChipModel::write_spi_data(Sercom& sercom, std::uint32_t value) {
  demand(sercom.on && sercom.busy == 0 && sercom.receiver, "SPI before it is ready");
  demand(!has_level(20), "SPI without the chip select");
  for (const unsigned pin : {17U, 128U + 23, 128U + 22}) {
    demand((word(0x41008040 + pin) & 1U) != 0, "a pin of SPI that is not the SERCOM's");
  }
  if (spi_stands_still || spi_windows.empty()) {
    return;
  }
  spi_windows.back() += static_cast<char>(value);
  sercom.received.push_back(spi_part(static_cast<std::uint8_t>(value)));
  demand(sercom.received.size() <= 2, "the receiver of SPI overflows");
}

/// A start, or another one; what follows is in the flags when it is done.
void ChipModel::write_i2c_address(Sercom& sercom, std::uint32_t value) {
  demand(sercom.on && sercom.busy == 0, "I2C before it is ready");
  demand(sercom.owns_bus || (sercom.status >> 4U & 3U) == 1, "a start on a bus that is not idle");
  demand((word(0x4100804C) & 1U) != 0 && (word(0x4100804D) & 1U) != 0,
         "a pin of I2C that is not the SERCOM's");
  sercom.owns_bus = true;
  sercom.reads = (value & 1U) != 0;
  sercom.bytes = 0;
  sercom.flags = sercom.status = 0;
  i2c_part.log += sercom.reads ? "SR" : "SW";
  if (i2c_part.holds_clock) {
    return;
  }
  if (i2c_part.disturbs) {
    sercom.flags = master_on_bus | error;
    sercom.status = 1;
  } else if (value >> 1U != i2c_part.address) {
    sercom.flags = master_on_bus;
    sercom.status = 4;
  } else if (sercom.reads) {
    next_byte(sercom);
  } else {
    sercom.flags = master_on_bus;
  }
}

void ChipModel::next_byte(Sercom& sercom) {
  sercom.data =
      i2c_part.readable.empty() ? 0xFF : i2c_part.readable[sercom.bytes++ % i2c_part.readable.size()];
  sercom.flags = slave_on_bus;
}

void ChipModel::write_i2c_data(Sercom& sercom, std::uint32_t value) {
  demand(sercom.owns_bus && !sercom.reads && sercom.flags == master_on_bus && (sercom.status & 4U) == 0,
         "a byte of I2C that nobody waits for");
  i2c_part.written.push_back(static_cast<std::uint8_t>(value));
  i2c_part.log += 'w';
  sercom.status = sercom.bytes++ < i2c_part.acknowledges ? 0 : 4;
  sercom.flags = master_on_bus;
}

/// CMD, with ACKACT where something was read.
void ChipModel::command(Sercom& sercom, std::uint32_t value) {
  demand(sercom.owns_bus && (sercom.flags & (master_on_bus | slave_on_bus)) != 0,
         "a command while the bus is not held");
  const unsigned number = value >> 16U & 3U;
  const bool acknowledges = (value >> 18U & 1U) == 0;
  const bool has_read = (sercom.flags & slave_on_bus) != 0;
  sercom.flags = 0;
  synchronize(sercom, operation_bit);
  if (has_read) {
    i2c_part.log += acknowledges ? 'r' : 'n';
  }
  if (number == 2) {
    demand(has_read && acknowledges, "a byte asked for behind the last");
    next_byte(sercom);
  } else if (number == 3) {
    demand(!has_read || !acknowledges, "a stop behind a byte that was acknowledged");
    i2c_part.log += 'P';
    sercom.owns_bus = i2c_part.never_lets_stop;
    sercom.status = 1U << 4U;
  } else {
    complain("a command of I2C that nobody needs");
  }
}
