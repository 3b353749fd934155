#include "prometheus_express/ports/linux_spi/controller.hpp"

#include <linux/spi/spidev.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace prometheus_express::linux_spi {
namespace {

constexpr std::uint8_t mode_bits = SPI_CPHA | SPI_CPOL;
constexpr std::uint8_t bits_per_word = 8;
constexpr const char* too_many =
    "more than 8 chip selects of one SPI bus are used: make a second object for the rest";
static_assert(Controller::most_selects == 8);

const char* advice_on_opening(int error) {
  switch (error) {
    case EACCES:
      return "; join the group spi (`sudo usermod -aG spi $USER`) and log in again; a device of root alone "
             "needs a udev rule that gives "
             "it to that group";
    case ENOENT:
      return "; load the module spidev and enable the chip select, on a Raspberry Pi with dtparam=spi=on in "
             "config.txt, elsewhere with "
             "an overlay that has a spidev node; `ls /dev/spidev*` shows those there are";
    default:
      return linux_device::advice_on_opening(error);
  }
}

const char* advice_on_transfer(int error) {
  switch (error) {
    case EINVAL:
      return "; this controller cannot do such a mode, speed or word";
    case EMSGSIZE:
      return "; raise bufsiz of the module spidev (spidev.bufsiz=65536)";
    case ENOTTY:
      return "; that is no SPI device";
    case ENODEV:
    case ENXIO:
    case ESHUTDOWN:
    case EPIPE:
    case EIO:
      return "; is the controller still there?";
    case ETIMEDOUT:
      return "; the controller hangs: look at the kernel's log (`dmesg`)";
    default:
      return "";
  }
}

void fail(linux_device::Node& node, const char* call, int error) {
  if (error == ENXIO) {
    node.lose(call, error, advice_on_transfer(error));
  } else {
    node.fail(call, error, advice_on_transfer(error));
  }
}

std::uint64_t address(const void* bytes) { return reinterpret_cast<std::uintptr_t>(bytes); }

}  // namespace

Controller::Controller(std::string_view path) {
  // One that is too long is left out, and its files are never found.
  if (path.size() < path_.size()) {
    std::copy(path.begin(), path.end(), path_.begin());
  }
}

Controller::Select* Controller::select(std::uint8_t number) {
  for (Select& select : selects_) {
    if (!select.used) {
      std::array<char, linux_device::Node::path_size + 4> path{};
      (void)std::snprintf(path.data(), path.size(), "%s.%u", path_.data(), unsigned{number});
      select.node.set_path(path_[0] == '\0' ? "" : path.data());
      select.used = true;
      select.number = number;
    }
    if (select.number == number) {
      return &select;
    }
  }
  too_many_ = true;
  return nullptr;
}

bool Controller::open(Select& select) {
  linux_device::Node& node = select.node;
  if (node.is_open()) {
    return true;
  }
  if (!node.may_open()) {
    return false;
  }
  if (!node.open()) {
    node.lose("open", errno, advice_on_opening(errno));
    return false;
  }
  if (::ioctl(node.descriptor(), SPI_IOC_RD_MODE, &select.mode) < 0) {
    node.lose("SPI_IOC_RD_MODE", errno, advice_on_transfer(errno));
    return false;
  }
  if (::ioctl(node.descriptor(), SPI_IOC_RD_MAX_SPEED_HZ, &select.max_frequency) < 0) {
    node.lose("SPI_IOC_RD_MAX_SPEED_HZ", errno, advice_on_transfer(errno));
    return false;
  }
  return true;
}

bool Controller::set_mode(Select& select, std::uint8_t mode) {
  // Other flags, such as a chip select that is active high, are the device tree's.
  auto wanted = static_cast<std::uint8_t>((select.mode & ~mode_bits) | (mode & mode_bits));
  if (wanted == select.mode) {
    return true;
  }
  if (::ioctl(select.node.descriptor(), SPI_IOC_WR_MODE, &wanted) < 0) {
    fail(select.node, "SPI_IOC_WR_MODE", errno);
    return false;
  }
  select.mode = wanted;
  return true;
}

bus::Outcome Controller::begin(const bus::Target& target, std::span<const std::uint8_t> out,
                               std::span<std::uint8_t> in) {
  return begin_pieces(target, {}, out, in);
}

bus::Outcome Controller::begin_pieces(const bus::Target& target, std::span<const std::uint8_t> head,
                                      std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  Select* const chosen = select(target.number);
  if (chosen == nullptr || !open(*chosen) || !set_mode(*chosen, target.mode)) {
    return bus::Outcome::failed;
  }
  std::uint32_t frequency = target.frequency;
  if (frequency == 0 || (chosen->max_frequency != 0 && chosen->max_frequency < frequency)) {
    frequency = chosen->max_frequency;
  }
  // The head, what is both written and read, and the rest of the longer one: where there is nothing to send, spidev sends zeros.
  const std::size_t both = std::min(out.size(), in.size());
  const std::size_t rest = std::max(out.size(), in.size()) - both;
  std::array<spi_ioc_transfer, 3> transfers{};
  unsigned count = 0;
  const auto add = [&](const void* tx, const void* rx, std::size_t length) {
    spi_ioc_transfer& transfer = transfers[count++];
    transfer.tx_buf = address(tx);
    transfer.rx_buf = address(rx);
    transfer.len = static_cast<std::uint32_t>(length);
    transfer.speed_hz = frequency;
    transfer.bits_per_word = bits_per_word;
  };
  if (!head.empty()) {
    add(head.data(), nullptr, head.size());
  }
  if (both > 0) {
    add(out.data(), in.data(), both);
  }
  if (rest > 0) {
    const bool sends = out.size() > both;
    add(sends ? out.data() + both : nullptr, sends ? nullptr : in.data() + both, rest);
  }
  if (count == 0) {
    return bus::Outcome::ok;
  }
  constexpr unsigned long requests[] = {SPI_IOC_MESSAGE(1), SPI_IOC_MESSAGE(2), SPI_IOC_MESSAGE(3)};
  const int done = ::ioctl(chosen->node.descriptor(), requests[count - 1], transfers.data());
  if (done < 0 || static_cast<std::size_t>(done) != head.size() + both + rest) {
    fail(chosen->node, "SPI_IOC_MESSAGE", done < 0 ? errno : EIO);
    return bus::Outcome::failed;
  }
  chosen->node.works(true);
  return bus::Outcome::ok;
}

const char* Controller::error() const {
  for (const Select& select : selects_) {
    if (select.node.error()[0] != '\0') {
      return select.node.error();
    }
  }
  return too_many_ ? too_many : "";
}

const char* Controller::news() {
  for (Select& select : selects_) {
    if (const char* const news = select.node.news()) {
      return news;
    }
  }
  if (too_many_ && !told_) {
    told_ = true;
    return too_many;
  }
  return nullptr;
}

}  // namespace prometheus_express::linux_spi
