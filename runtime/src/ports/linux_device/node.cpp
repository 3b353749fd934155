#include "prometheus_express/ports/linux_device/node.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace prometheus_express::linux_device {
namespace {

/// Errors of calls on an open device file that say that the device has gone, or never was one.
bool says_gone(int error) {
  switch (error) {
    case EBADF:
    case ENODEV:
    case ENOENT:
    case ENOTTY:
    case EPIPE:
    case ESHUTDOWN:
      return true;
    default:
      return false;
  }
}

}  // namespace

const char* advice_on_opening(int error) {
  switch (error) {
    case EPERM:
      return "; a container or a service's sandbox keeps the device from this program (--device, "
             "DeviceAllow=)";
    case ENODEV:
    case ENXIO:
      return "; its file is there, the device behind it is not: is it plugged in, and its driver loaded?";
    case EBUSY:
      return "; another program has it (`sudo fuser -v` with the path names it)";
    case EMFILE:
    case ENFILE:
      return "; too many files are open: close some or raise the limit (`ulimit -n`)";
    default:
      return "";
  }
}

void Node::set_path(std::string_view path) {
  file_.close();
  const std::size_t size = std::min(path.size(), path_size - 1);
  std::copy_n(path.begin(), size, path_.begin());
  path_[size] = '\0';
  if (size < path.size()) {
    path_[0] = '\0';  // no file, rather than another one
  }
}

bool Node::may_open() const { return is_open() || pause_ == Duration{} || clock_.now() - lost_at_ >= pause_; }

bool Node::open() {
  if (is_open()) {
    return true;
  }
  if (!may_open()) {
    errno = EAGAIN;
    return false;
  }
  file_ = posix::Descriptor(::open(path_.data(), O_RDWR | O_CLOEXEC));
  return is_open();
}

void Node::fail(const char* what, int error, const char* advice) {
  if (says_gone(error) || ++doubts_ >= most_doubts) {
    lose(what, error, advice);
  } else {
    note(what, error, advice, nullptr);
  }
}

void Node::lose(const char* what, int error, const char* advice, const char* problem) {
  recovered_ = false;
  note(what, error, advice, problem);
  file_.close();
  lost_ = true;
  doubts_ = 0;
  lost_at_ = clock_.now();
  pause_ = pause_ == Duration{} ? first_pause : std::min(Duration{pause_.milliseconds * 2}, longest_pause);
}

void Node::works(bool for_sure) {
  error_[0] = '\0';
  if (!for_sure) {
    return;
  }
  doubts_ = 0;
  pause_ = {};
  if (lost_) {
    lost_ = false;
    told_ = {};
    (void)std::snprintf(recovery_.data(), recovery_.size(), "%s works again", path_.data());
    recovered_ = true;
  }
}

void Node::note(const char* what, int error, const char* advice, const char* problem) {
  (void)std::snprintf(error_.data(), error_.size(), "%s: %s: %s%s", path_.data(), what,
                      problem != nullptr ? problem : std::strerror(error), advice);
  failed_ = true;
  kind_ = {what, error};
}

const char* Node::news() {
  if (failed_ && error_[0] != '\0' && kind_ != told_) {
    failed_ = false;
    told_ = kind_;
    return error_.data();
  }
  failed_ = false;
  if (recovered_) {
    recovered_ = false;
    return recovery_.data();
  }
  return nullptr;
}

}  // namespace prometheus_express::linux_device
