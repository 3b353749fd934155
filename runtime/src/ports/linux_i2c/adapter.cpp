#include "prometheus_express/ports/linux_i2c/adapter.hpp"

#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <sys/ioctl.h>

#include <array>
#include <cerrno>

namespace prometheus_express::linux_i2c {
namespace {

constexpr std::size_t longest_message = 8192;  // i2c-dev refuses more (EINVAL)

const char* advice_on_opening(int error) {
  switch (error) {
    case EACCES:
      return "; join the group i2c (`sudo usermod -aG i2c $USER`) and log in again; a device of root alone "
             "gets that group from the "
             "package i2c-tools";
    case ENOENT:
      return "; load the module i2c-dev (`sudo modprobe i2c-dev`) and enable the adapter, on a Raspberry Pi "
             "with dtparam=i2c_arm=on in "
             "config.txt; `ls /dev/i2c-*` shows those there are";
    default:
      return linux_device::advice_on_opening(error);
  }
}

const char* advice_on_transfer(int error) {
  switch (error) {
    case EBUSY:
      return "; a line is held low: switch the parts off and on, and look for a short circuit or missing "
             "pull-up resistors";
    case ETIMEDOUT:
      return "; a part holds the clock for too long, or pull-up resistors are missing";
    case EAGAIN:
      return "; another master has the bus";
    case ENODEV:
    case ESHUTDOWN:
    case EPIPE:
    case EIO:
      return "; is the adapter still plugged in?";
    case EOPNOTSUPP:
      return "; this adapter cannot do such a transfer";
    default:
      return "";
  }
}

}  // namespace

bool Adapter::open() {
  if (node_.is_open()) {
    return true;
  }
  if (!node_.may_open()) {
    return false;
  }
  if (!node_.open()) {
    node_.lose("open", errno, advice_on_opening(errno));
    return false;
  }
  unsigned long functions = 0;
  if (::ioctl(node_.descriptor(), I2C_FUNCS, &functions) != 0) {
    node_.lose("I2C_FUNCS", errno, errno == ENOTTY ? "; that is no I2C adapter" : advice_on_transfer(errno));
    return false;
  }
  if ((functions & I2C_FUNC_I2C) == 0) {
    node_.lose("I2C_FUNCS", EOPNOTSUPP, "; sensors need plain I2C transfers: use another adapter",
               "this adapter speaks SMBus only");
    return false;
  }
  if (timeout_ > Duration{}) {
    // A refusal costs time only.
    (void)::ioctl(node_.descriptor(), I2C_TIMEOUT, (timeout_.milliseconds + 9UL) / 10UL);
  }
  ours_.reset();
  return true;
}

bool Adapter::has_no_driver(std::uint8_t address) {
  if (address < ours_.size() && ours_[address]) {
    return true;
  }
  // I2C_RDWR itself would talk over a driver's head.
  if (::ioctl(node_.descriptor(), I2C_SLAVE, static_cast<unsigned long>(address)) == 0) {
    ours_[address] = true;
    return true;
  }
  if (errno == EBUSY) {
    node_.note("I2C_SLAVE", EBUSY,
               "; a driver of the kernel has the part: unbind it, or take it out of the device tree");
  } else {
    (void)fail("I2C_SLAVE", errno);
  }
  return false;
}

bus::Outcome Adapter::fail(const char* call, int error) {
  switch (error) {
    case ENXIO:
    case EREMOTEIO:
      node_.works(false);
      return bus::Outcome::nack;
    case EBUSY:
      node_.fail(call, error, advice_on_transfer(error));
      return bus::Outcome::stuck;
    default:
      node_.fail(call, error, advice_on_transfer(error));
      return bus::Outcome::failed;
  }
}

bus::Outcome Adapter::begin(const bus::Target& target, std::span<const std::uint8_t> out,
                            std::span<std::uint8_t> in) {
  if (!open() || !has_no_driver(target.number)) {
    return bus::Outcome::failed;
  }
  if (out.size() > longest_message || in.size() > longest_message) {
    node_.note("I2C_RDWR", EMSGSIZE, "");
    return bus::Outcome::failed;
  }
  std::array<i2c_msg, 2> messages{};
  std::uint32_t count = 0;
  if (!out.empty() || in.empty()) {  // nothing at all: the address alone, as a write
    // The kernel only reads it.
    auto* const bytes = const_cast<std::uint8_t*>(out.data());
    messages[count++] = {target.number, 0, static_cast<std::uint16_t>(out.size()), bytes};
  }
  if (!in.empty()) {
    messages[count++] = {target.number, I2C_M_RD, static_cast<std::uint16_t>(in.size()), in.data()};
  }
  i2c_rdwr_ioctl_data request{messages.data(), count};
  const int done = ::ioctl(node_.descriptor(), I2C_RDWR, &request);
  if (done < 0) {
    return fail("I2C_RDWR", errno);
  }
  if (static_cast<std::uint32_t>(done) != count) {
    return fail("I2C_RDWR", EIO);  // it ended before the read
  }
  node_.works(true);
  return bus::Outcome::ok;
}

}  // namespace prometheus_express::linux_i2c
