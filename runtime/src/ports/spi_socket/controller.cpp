#include "prometheus_express/ports/spi_socket/controller.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace prometheus_express::spi_socket {
namespace {

void append32(std::vector<std::uint8_t>& bytes, std::uint32_t value) {
  for (unsigned byte = 0; byte < 4; ++byte) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8U * byte & 0xFFU));
  }
}

}  // namespace

bool Controller::lose(std::string_view what) {
  error_ = std::string(what) + " " + place_.text() + ": " + std::strerror(errno);
  stream_.close();
  return false;
}

bool Controller::connect() {
  if (stream_.is_open()) {
    return true;
  }
  const Time now = clock_.now();
  if (tried_ && now - tried_at_ < reconnect_after) {
    return false;
  }
  tried_ = true;
  tried_at_ = now;
  target_ = {};
  stream_ = place_.connect();
  return stream_.is_open() || lose("cannot connect to");
}

bool Controller::send(Operation operation, std::span<const std::uint8_t> payload) {
  if (payload.size() > largest_payload || !connect()) {
    return false;
  }
  const Head head = make_head(operation, payload.size());
  message_.assign(head.begin(), head.end());
  message_.insert(message_.end(), payload.begin(), payload.end());
  for (std::size_t sent = 0; sent < message_.size();) {
    const ssize_t bytes =
        ::send(stream_.number(), message_.data() + sent, message_.size() - sent, MSG_NOSIGNAL);
    if (bytes < 0 && errno != EINTR) {
      return lose("cannot send to");
    }
    sent += bytes > 0 ? static_cast<std::size_t>(bytes) : 0;
  }
  return true;
}

bool Controller::receive(std::span<std::uint8_t> into, Duration longest) {
  while (!into.empty()) {
    pollfd watched{stream_.number(), POLLIN, 0};
    const int ready = ::poll(&watched, 1, static_cast<int>(longest.milliseconds));
    if (ready < 0 && errno == EINTR) {
      continue;
    }
    const ssize_t bytes = ready > 0 ? ::recv(stream_.number(), into.data(), into.size(), 0) : 0;
    if (bytes <= 0) {
      errno = ready == 0 ? ETIMEDOUT : bytes == 0 ? ECONNRESET : errno;
      return lose("no answer from");
    }
    into = into.subspan(static_cast<std::size_t>(bytes));
  }
  return true;
}

/// The reply's payload is in `reply_` then.
bool Controller::ask(Operation operation, std::span<const std::uint8_t> payload, Duration longest) {
  Head head;
  if (!send(operation, payload) || !receive(head, longest)) {
    return false;
  }
  if (head[0] != static_cast<std::uint8_t>(operation)) {
    errno = EPROTO;
    return lose("a wrong answer from");
  }
  reply_.resize(static_cast<std::size_t>(head[2] | head[3] << 8U));
  return receive(reply_, patience);
}

bool Controller::select(const bus::Target& target) {
  if (!connect()) {
    return false;
  }
  if (target.mode == target_.mode && target.frequency == target_.frequency) {
    return true;
  }
  std::vector<std::uint8_t> settings = {target.mode};
  append32(settings, target.frequency);
  const bool told = ask(Operation::bus, settings);
  target_ = target;
  return told;
}

bus::Outcome Controller::begin(const bus::Target& target, std::span<const std::uint8_t> out,
                               std::span<std::uint8_t> in) {
  window_.assign(out.begin(), out.end());
  window_.resize(std::max(out.size(), in.size()), 0);
  return exchange(target, 0, in);
}

bus::Outcome Controller::begin_pieces(const bus::Target& target, std::span<const std::uint8_t> head,
                                      std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  window_.assign(head.begin(), head.end());
  window_.insert(window_.end(), out.begin(), out.end());
  window_.resize(head.size() + std::max(out.size(), in.size()), 0);
  return exchange(target, head.size(), in);
}

/// Sends the window; `in` gets what comes back behind the first `skipped` bytes.
bus::Outcome Controller::exchange(const bus::Target& target, std::size_t skipped,
                                  std::span<std::uint8_t> in) {
  if (!select(target)) {
    return bus::Outcome::failed;
  }
  if (in.empty()) {
    return send(Operation::post, window_) ? bus::Outcome::ok : bus::Outcome::failed;
  }
  if (!ask(Operation::transfer, window_) || reply_.size() != window_.size()) {
    return bus::Outcome::failed;
  }
  std::copy_n(reply_.begin() + static_cast<std::ptrdiff_t>(skipped), in.size(), in.begin());
  error_.clear();
  return bus::Outcome::ok;
}

bool Controller::set_reset_pin(bool high) {
  const std::uint8_t level[] = {static_cast<std::uint8_t>(high ? 1 : 0)};
  return ask(Operation::reset_pin, level);
}

bool Controller::interrupts(Duration longest) {
  std::vector<std::uint8_t> milliseconds;
  append32(milliseconds, longest.milliseconds);
  const Duration limit = {longest.milliseconds + patience.milliseconds};
  return ask(Operation::wait, milliseconds, limit) && reply_.size() == 1 && reply_[0] == 0;
}

std::string Controller::control(std::string_view line) {
  const std::vector<std::uint8_t> bytes(line.begin(), line.end());
  return ask(Operation::control, bytes) ? std::string(reply_.begin(), reply_.end()) : std::string();
}

}  // namespace prometheus_express::spi_socket
