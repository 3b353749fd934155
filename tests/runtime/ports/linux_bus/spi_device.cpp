// spidev as of Linux 6.1, with a controller of 8-bit words.
#include <linux/spi/spidev.h>

#include <algorithm>
#include <climits>

#include "device.hpp"
#include "user_memory.hpp"

namespace simulated_kernel {
namespace {

using Bytes = std::vector<std::uint8_t>;

const void* pointer(std::uint64_t address) {
  return reinterpret_cast<const void*>(static_cast<std::uintptr_t>(address));
}

}  // namespace

int SpiDevice::ioctl(unsigned long request, void* argument) {
  if (_IOC_TYPE(request) != SPI_IOC_MAGIC) {
    return -ENOTTY;
  }
  switch (request) {
    case SPI_IOC_RD_MODE:
      return copy_to_user(argument, mode) ? 0 : -EFAULT;
    case SPI_IOC_RD_MAX_SPEED_HZ:
      return copy_to_user(argument, max_frequency) ? 0 : -EFAULT;
    case SPI_IOC_WR_MODE: {
      std::uint8_t wanted = 0;
      if (!copy_from_user(wanted, argument)) {
        return -EFAULT;
      }
      if ((wanted & ~possible_modes) != 0) {
        return -EINVAL;
      }
      mode = wanted;
      return 0;
    }
    default:
      break;
  }
  if (_IOC_NR(request) != _IOC_NR(SPI_IOC_MESSAGE(0)) || _IOC_DIR(request) != _IOC_WRITE) {
    return -ENOTTY;
  }
  const std::size_t size = _IOC_SIZE(request);
  return size % sizeof(spi_ioc_transfer) != 0 ? -EINVAL : message(argument, size / sizeof(spi_ioc_transfer));
}

int SpiDevice::message(void* argument, std::size_t count) {
  std::vector<spi_ioc_transfer> transfers(count);
  if (!copy_from_user(transfers.data(), argument, count * sizeof(spi_ioc_transfer))) {
    return -EFAULT;
  }
  std::size_t total = 0;
  std::size_t sent = 0;
  std::size_t received = 0;
  std::vector<Bytes> bytes;
  for (const spi_ioc_transfer& transfer : transfers) {
    total += transfer.len;
    sent += transfer.tx_buf != 0 ? transfer.len : 0;
    received += transfer.rx_buf != 0 ? transfer.len : 0;
    if (total > INT_MAX || sent > bufsiz || received > bufsiz) {
      return -EMSGSIZE;
    }
    bytes.emplace_back(transfer.len, std::uint8_t{0});
    if (transfer.tx_buf != 0 &&
        !copy_from_user(bytes.back().data(), pointer(transfer.tx_buf), transfer.len)) {
      return -EFAULT;
    }
  }
  for (const spi_ioc_transfer& transfer : transfers) {
    // __spi_validate, for a controller of 8-bit words on single wires.
    const std::uint32_t frequency = transfer.speed_hz != 0 ? transfer.speed_hz : max_frequency;
    if ((transfer.bits_per_word != 0 && transfer.bits_per_word != 8) || frequency < min_frequency ||
        transfer.tx_nbits > 1 || transfer.rx_nbits > 1) {
      return -EINVAL;
    }
  }
  for (std::size_t at = 0; at < count;) {
    const std::size_t first = at;
    Bytes out;
    bool ends = false;
    for (; at < count && !ends; ++at) {
      out.insert(out.end(), bytes[at].begin(), bytes[at].end());
      ends = transfers[at].cs_change != 0;  // the chip select is released behind it
    }
    windows.push_back({mode, transfers[first].speed_hz != 0 ? transfers[first].speed_hz : max_frequency,
                       transfers[first].bits_per_word, out});
    Bytes in(out.size(), 0xFF);
    if (part != nullptr) {
      part->window(out, in);
    }
    auto next = in.begin();
    for (std::size_t each = first; each < at; ++each) {
      bytes[each].assign(next, next + transfers[each].len);
      next += transfers[each].len;
    }
  }
  for (std::size_t at = 0; at < count; ++at) {
    if (transfers[at].rx_buf != 0 &&
        !copy_to_user(const_cast<void*>(pointer(transfers[at].rx_buf)), bytes[at].data(), bytes[at].size())) {
      return -EFAULT;
    }
  }
  return static_cast<int>(total);
}

}  // namespace simulated_kernel
