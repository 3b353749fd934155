// A device file such as /dev/i2c-1 that may be forbidden, absent or gone: what the ports of Linux buses share. It is opened
// when it is wanted, and opened again with growing pauses; what is wrong with it is a sentence that says what to do.
//
//   Node node("/dev/i2c-1");
//   if (node.open("; join the group i2c")) { …calls on node.descriptor()… }
//   if (const char* news = node.news()) { std::fprintf(stderr, "%s\n", news); }
#pragma once

#include <array>
#include <cstdint>
#include <prometheus_express/ports/linux_device/linux_device_linked.hpp>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/ports/posix/descriptor.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"

namespace prometheus_express::linux_device {

class Node {
 public:
  /// Until a file that could not be opened, or was lost, is tried again: doubled each time until a transfer succeeds.
  static constexpr Duration first_pause{250};
  static constexpr Duration longest_pause{4000};
  /// Failures in a row, without a success between, after which a device that is not said to be gone counts as gone: some
  /// drivers of USB adapters say EIO or ETIMEDOUT for ever, and as long as the file is open the adapter cannot come back.
  static constexpr std::uint8_t most_doubts = 4;
  /// Bytes of a path, with its NUL. One that is longer is never found.
  static constexpr std::size_t path_size = 128;

  Node() = default;
  explicit Node(std::string_view path) { set_path(path); }

  /// Closes it and means another file from now on.
  void set_path(std::string_view path);
  [[nodiscard]] const char* path() const { return path_.data(); }

  [[nodiscard]] bool is_open() const { return file_.is_open(); }
  [[nodiscard]] int descriptor() const { return file_.number(); }

  /// Whether `open` would make a call: false during a pause.
  [[nodiscard]] bool may_open() const;

  /// Opens the file for reading and writing, unless it is open or a pause has not passed. False with errno set when the system
  /// refuses; say so with `lose`.
  [[nodiscard]] bool open();

  /// A transfer was not made, or failed, for a reason that is not the device's: only the sentence changes.
  void note(const char* what, int error, const char* advice, const char* problem = nullptr);

  /// A call on the open file failed: `what` it was, a literal, and what to do about it, which starts with a semicolon or is empty. Closes
  /// the file where the error means that the device has gone, or after `most_doubts`.
  void fail(const char* what, int error, const char* advice);

  /// The device cannot be used, or not now: closes the file until the pause has passed. `problem` takes the place of the error's
  /// text where it is given.
  void lose(const char* what, int error, const char* advice, const char* problem = nullptr);

  /// A transfer reached the bus, and a part did not acknowledge (the device works) or all went well (it works for sure).
  void works(bool for_sure);

  /// What is wrong, and what to do about it: a sentence without a full stop; empty while the device works.
  [[nodiscard]] const char* error() const { return error_.data(); }

  /// What is to be logged: the sentence of an error of another kind than the last one told, or that a device that was lost works
  /// again. Each once; null when there is nothing.
  [[nodiscard]] const char* news();

 private:
  /// Errors of one kind are told once: parts that fail in turn would fill a log.
  struct Kind {
    std::string_view what;
    int error = 0;

    friend bool operator==(const Kind&, const Kind&) = default;
  };

  posix::Descriptor file_;
  posix::MonotonicClock clock_;
  Time lost_at_{};
  Duration pause_{};  // zero while nothing is wrong
  std::uint8_t doubts_ = 0;
  bool lost_ = false;       // since it last worked
  bool failed_ = false;     // which `news` has not been asked about
  bool recovered_ = false;  // the same
  Kind kind_{};
  Kind told_{};
  std::array<char, path_size> path_{};
  std::array<char, 448> error_{};
  std::array<char, path_size + 16> recovery_{};
};

/// What to do when a device file cannot be opened, where that is the same for all of them; empty where it is not.
[[nodiscard]] const char* advice_on_opening(int error);

}  // namespace prometheus_express::linux_device
