// i2c-dev as of Linux 6.1, and an adapter's driver that can repeated starts and I2C_M_NOSTART.
#include <linux/i2c-dev.h>
#include <linux/i2c.h>

#include <climits>

#include "device.hpp"
#include "kernel.hpp"
#include "user_memory.hpp"

namespace simulated_kernel {
namespace {

using Bytes = std::vector<std::uint8_t>;
using prometheus_express::bus::Outcome;

constexpr std::uint16_t longest_message = 8192;
constexpr std::uint16_t known_flags = I2C_M_RD | I2C_M_TEN | I2C_M_DMA_SAFE | I2C_M_RECV_LEN |
                                      I2C_M_NO_RD_ACK | I2C_M_IGNORE_NAK | I2C_M_REV_DIR_ADDR |
                                      I2C_M_NOSTART | I2C_M_STOP;
constexpr std::uint16_t mangling = I2C_M_NO_RD_ACK | I2C_M_IGNORE_NAK | I2C_M_REV_DIR_ADDR | I2C_M_STOP;

/// What the functionality of an adapter does not cover; zero where it can do the messages.
int refusal(std::span<const i2c_msg> messages, unsigned long functions, std::size_t longest) {
  for (std::size_t at = 0; at < messages.size(); ++at) {
    const i2c_msg& message = messages[at];
    const bool lacks =
        ((message.flags & I2C_M_TEN) != 0 && (functions & I2C_FUNC_10BIT_ADDR) == 0) ||
        ((message.flags & mangling) != 0 && (functions & I2C_FUNC_PROTOCOL_MANGLING) == 0) ||
        ((message.flags & I2C_M_NOSTART) != 0 && (functions & I2C_FUNC_NOSTART) == 0) ||
        ((message.flags & I2C_M_RECV_LEN) != 0 && (functions & I2C_FUNC_SMBUS_READ_BLOCK_DATA) == 0);
    if (lacks || message.len > longest) {
      return EOPNOTSUPP;
    }
    const bool unknown = (message.flags & ~known_flags) != 0;
    const bool wide = message.addr > ((message.flags & I2C_M_TEN) != 0 ? 0x3FF : 0x7F);
    const bool continues = (message.flags & I2C_M_NOSTART) != 0;
    const bool nothing_to_continue =
        continues && (at == 0 || ((messages[at - 1].flags ^ message.flags) & I2C_M_RD) != 0 ||
                      messages[at - 1].addr != message.addr);
    if (unknown || wide || nothing_to_continue) {
      return EINVAL;
    }
  }
  return 0;
}

}  // namespace

int I2cAdapter::ioctl(unsigned long request, void* argument) {
  const auto number = reinterpret_cast<std::uintptr_t>(argument);
  switch (request) {
    case I2C_FUNCS:
      return copy_to_user(argument, functions) ? 0 : -EFAULT;
    case I2C_TIMEOUT:
      if (number > INT_MAX) {
        return -EINVAL;
      }
      timeout = number;
      return 0;
    case I2C_SLAVE:
      if (number > 0x7F) {
        return -EINVAL;
      }
      return drivers.contains(static_cast<std::uint16_t>(number)) ? -EBUSY : 0;
    case I2C_RDWR:
      return transfer(argument);
    default:
      return -ENOTTY;
  }
}

int I2cAdapter::transfer(void* argument) {
  i2c_rdwr_ioctl_data request{};
  if (!copy_from_user(request, argument)) {
    return -EFAULT;
  }
  if (request.msgs == nullptr || request.nmsgs == 0 || request.nmsgs > I2C_RDWR_IOCTL_MAX_MSGS) {
    return -EINVAL;
  }
  std::vector<i2c_msg> messages(request.nmsgs);
  if (!copy_from_user(messages.data(), request.msgs, messages.size() * sizeof(i2c_msg))) {
    return -EFAULT;
  }
  std::vector<Bytes> bytes;
  for (i2c_msg& message : messages) {
    if (message.len > longest_message) {
      return -EINVAL;
    }
    bytes.emplace_back(message.len);
    // Also of a read: the kernel copies the buffer before it looks at the direction.
    if (!copy_from_user(bytes.back().data(), message.buf, message.len)) {
      return -EFAULT;
    }
    if ((message.flags & I2C_M_RECV_LEN) != 0 &&
        ((message.flags & I2C_M_RD) == 0 || message.len == 0 || bytes.back()[0] < 1 ||
         message.len < bytes.back()[0] + I2C_SMBUS_BLOCK_MAX)) {
      return -EINVAL;
    }
  }
  if (const int error = refusal(messages, functions, longest)) {
    return -error;
  }
  if (const int error = move(messages, bytes)) {
    return -error;
  }
  for (std::size_t at = 0; at < messages.size(); ++at) {
    if ((messages[at].flags & I2C_M_RD) != 0 &&
        !copy_to_user(messages[at].buf, bytes[at].data(), bytes[at].size())) {
      return -EFAULT;
    }
  }
  return static_cast<int>(messages.size());
}

int I2cAdapter::move(std::span<const i2c_msg> messages, std::vector<Bytes>& bytes) {
  const auto reads = [&](std::size_t at) { return (messages[at].flags & I2C_M_RD) != 0; };
  for (std::size_t at = 0; at < messages.size();) {
    // A write, and a read that follows it with a repeated start, is one transfer of the bus.
    Bytes out;
    Bytes in;
    const std::uint16_t address = messages[at].addr;
    for (; at < messages.size() && !reads(at); ++at) {
      const bool starts_another = !out.empty() && (messages[at].flags & I2C_M_NOSTART) == 0;
      if (messages[at].addr != address || starts_another) {
        break;
      }
      out.insert(out.end(), bytes[at].begin(), bytes[at].end());
    }
    const std::size_t first_read = at;
    for (; at < messages.size() && reads(at) && messages[at].addr == address; ++at) {
      if (at > first_read && (messages[at].flags & I2C_M_NOSTART) == 0) {
        break;
      }
      in.resize(in.size() + messages[at].len);
    }
    const Outcome outcome = bus.begin({static_cast<std::uint8_t>(address)}, out, in);
    switch (outcome) {
      case Outcome::ok:
        break;
      case Outcome::nack:
        return nack_error;
      case Outcome::stuck:
        return EBUSY;
      case Outcome::pending:
        bus.cancel();
        Kernel::current()->pass(static_cast<std::uint32_t>(timeout * 10));
        return ETIMEDOUT;
      case Outcome::failed:
        return ETIMEDOUT;
    }
    auto next = in.begin();
    for (std::size_t read = first_read; read < at; ++read) {
      const auto end = next + messages[read].len;
      bytes[read].assign(next, end);
      next = end;
    }
  }
  return 0;
}

}  // namespace simulated_kernel
