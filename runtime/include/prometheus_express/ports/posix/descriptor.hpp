// A file descriptor with one owner, closed when the owner ends.
#pragma once

#include <prometheus_express/ports/posix/posix_system_linked.hpp>

namespace prometheus_express::posix {

class Descriptor {
 public:
  constexpr Descriptor() = default;
  explicit constexpr Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      (close)();
      number_ = other.release();
    }
    return *this;
  }
  ~Descriptor() { (close)(); }

  [[nodiscard]] constexpr int number() const { return number_; }
  [[nodiscard]] constexpr bool is_open() const { return number_ >= 0; }

  /// Closes it, whatever close(2) returns: Linux has released the number also after EINTR and EIO, and a
  /// second try could hit somebody else's descriptor.
  void(close)();

 private:
  int release() {
    const int number = number_;
    number_ = -1;
    return number;
  }

  int number_ = -1;
};

}  // namespace prometheus_express::posix
