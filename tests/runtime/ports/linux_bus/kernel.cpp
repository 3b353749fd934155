#include "kernel.hpp"

#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <linux/spi/spidev.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace simulated_kernel {
namespace {

constinit Kernel* the_one = nullptr;

}  // namespace

const char* name(Call call) {
  static constexpr const char* names[calls] = {"open",
                                               "I2C_FUNCS",
                                               "I2C_TIMEOUT",
                                               "I2C_SLAVE",
                                               "I2C_RDWR",
                                               "SPI_IOC_RD_MODE",
                                               "SPI_IOC_RD_MAX_SPEED_HZ",
                                               "SPI_IOC_WR_MODE",
                                               "SPI_IOC_MESSAGE",
                                               "another ioctl",
                                               "close"};
  return names[static_cast<std::size_t>(call)];
}

Call call_of(unsigned long request) {
  switch (request) {
    case I2C_FUNCS:
      return Call::funcs;
    case I2C_TIMEOUT:
      return Call::timeout;
    case I2C_SLAVE:
      return Call::slave;
    case I2C_RDWR:
      return Call::rdwr;
    case SPI_IOC_RD_MODE:
      return Call::rd_mode;
    case SPI_IOC_RD_MAX_SPEED_HZ:
      return Call::rd_max_speed;
    case SPI_IOC_WR_MODE:
      return Call::wr_mode;
    default:
      return _IOC_TYPE(request) == SPI_IOC_MAGIC && _IOC_NR(request) == _IOC_NR(SPI_IOC_MESSAGE(0))
                 ? Call::message
                 : Call::other;
  }
}

const std::vector<int>& errors(Call call) {
  static const std::vector<int> table[calls] = {
      /* open */
      {EACCES, EBUSY, EINTR, EINVAL, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEM,
       ENOTDIR, ENXIO, EPERM, EROFS, ETXTBSY},
      /* funcs */ {EBADF, EFAULT, EINVAL, ENOTTY, ENODEV},
      /* timeout */ {EBADF, EINVAL, ENOTTY, ENODEV},
      /* slave */ {EBADF, EBUSY, EINVAL, ENOTTY, ENODEV},
      /* rdwr */
      {EAGAIN, EBADF, EBADMSG, EBUSY, EFAULT, EINTR, EINVAL, EIO, ENODEV, ENOENT, ENOMEM, ENOTTY, ENXIO,
       EOPNOTSUPP, EPIPE, EPROTO, EREMOTEIO, ESHUTDOWN, ETIMEDOUT},
      /* rd_mode */ {EBADF, EFAULT, ENOTTY, ESHUTDOWN},
      /* rd_max_speed */ {EBADF, EFAULT, ENOTTY, ESHUTDOWN},
      /* wr_mode */ {EBADF, EFAULT, EINVAL, EIO, ENOTTY, ESHUTDOWN, ETIMEDOUT},
      /* message */
      {EBADF, EBUSY, EFAULT, EINPROGRESS, EINTR, EINVAL, EIO, EMSGSIZE, ENODEV, ENOMEM, ENOTTY, ENXIO, EPIPE,
       ESHUTDOWN, ETIMEDOUT},
      /* other */ {},
      /* close */ {EBADF, EINTR, EIO},
  };
  return table[static_cast<std::size_t>(call)];
}

Kernel::Kernel() { the_one = this; }

Kernel::~Kernel() {
  while (!files_.empty()) {
    (void)close(files_.begin()->first);
  }
  the_one = nullptr;
}

Kernel* Kernel::current() { return the_one; }

I2cAdapter& Kernel::add_i2c(const std::string& path) {
  const auto device = std::make_shared<I2cAdapter>();
  devices_[path] = device;
  return *device;
}

SpiDevice& Kernel::add_spi(const std::string& path) {
  const auto device = std::make_shared<SpiDevice>();
  devices_[path] = device;
  return *device;
}

void Kernel::remove(const std::string& path) { devices_.erase(path); }

int Kernel::count(Call call) const { return static_cast<int>(std::ranges::count(trace_, call)); }

int Kernel::fault(Call call) {
  if (watcher_) {
    watcher_();
  }
  trace_.push_back(call);
  const int number = static_cast<int>(trace_.size());
  if (fault_.from != 0) {
    if (number < fault_.from) {
      return 0;
    }
    if (number == fault_.from) {
      fault_.call = call;
    }
  }
  if (call != fault_.call || failed_ == fault_.times) {
    return 0;
  }
  ++failed_;
  return fault_.error;
}

bool Kernel::knows(const char* path) const {
  const std::string_view text(path);
  return text.starts_with("/dev/i2c-") || text.starts_with("/dev/spidev") || devices_.contains(path);
}

int Kernel::open(const char* path, int flags) {
  if (const int error = fault(Call::open)) {
    return -error;
  }
  if (const auto found = forbidden_.find(path); found != forbidden_.end() && found->second != 0) {
    return -found->second;
  }
  const auto found = devices_.find(path);
  if (found == devices_.end()) {
    return -ENOENT;
  }
  // A descriptor of the system's, so that a leak is one.
  const auto file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, "/dev/null", flags, 0));
  files_[file] = found->second;
  return file;
}

int Kernel::ioctl(int file, unsigned long request, void* argument) {
  const std::shared_ptr<Device> device = files_.at(file);
  if (const int error = fault(call_of(request))) {
    return -error;
  }
  const bool present =
      std::ranges::any_of(devices_, [&](const auto& entry) { return entry.second == device; });
  return present ? device->ioctl(request, argument) : -device->error_of_absence();
}

int Kernel::close(int file) {
  const int error = fault(Call::close);
  files_.erase(file);
  (void)::syscall(SYS_close, file);
  return -error;
}

}  // namespace simulated_kernel
