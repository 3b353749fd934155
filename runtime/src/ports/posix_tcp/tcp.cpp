#include "prometheus_express/ports/posix_tcp/tcp.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <limits>
#include <utility>

namespace prometheus_express::posix {
namespace {

// Until the next attempt after a call was interrupted or the system lacked memory.
constexpr Duration retry_after = {10};

void nap(Duration span) {
  const timespec time = {.tv_sec = span.milliseconds / 1000,
                         .tv_nsec = (span.milliseconds % 1000) * 1'000'000L};
  (void)::nanosleep(&time, nullptr);
}

}  // namespace

bool TcpTransport::accept(Slot slot) {
  Descriptor client = listener_.accept();
  if (!client.is_open()) {
    return false;
  }
  slots_[slot] = &room();
  slots_[slot]->open(std::move(client));
  if (traffic_) {
    slots_[slot]->learn_peer();
  }
  return true;
}

// There are more connections than slots: when none is free, some are closing.
Connection& TcpTransport::room() {
  Connection* oldest = &connections_.front();
  for (Connection& connection : connections_) {
    if (connection.is_free()) {
      return connection;
    }
    if (connection.is_closing() && (!oldest->is_closing() || connection.closed_before(*oldest))) {
      oldest = &connection;
    }
  }
  oldest->abort();
  return *oldest;
}

transport::Transfer TcpTransport::take(Slot slot, std::span<char> into) {
  const transport::Transfer taken = slots_[slot]->take(into);
  if (traffic_ && taken.bytes != 0) {
    traffic_(slots_[slot]->peer(), taken.bytes, 0);
  }
  return taken;
}

transport::Transfer TcpTransport::offer(Slot slot, std::span<const char> bytes) {
  const transport::Transfer accepted = slots_[slot]->offer(bytes);
  if (traffic_ && accepted.bytes != 0) {
    traffic_(slots_[slot]->peer(), 0, accepted.bytes);
  }
  return accepted;
}

void TcpTransport::finish(Slot slot) { slots_[slot]->finish(); }

void TcpTransport::close(Slot slot) {
  slots_[slot]->close(++closed_);
  slots_[slot] = nullptr;
  listener_.descriptor_was_freed();
}

void TcpTransport::abort(Slot slot) {
  slots_[slot]->abort();
  slots_[slot] = nullptr;
  listener_.descriptor_was_freed();
}

bool TcpTransport::wait(Duration longest, int wake) {
  const Duration pause = prepare(longest);
  watch(wake);
  const auto timeout =
      static_cast<int>(std::min<std::uint32_t>(pause.milliseconds, std::numeric_limits<int>::max()));
  if (::poll(watched_.data(), watching_, timeout) < 0) {
    if (errno != EINTR) {
      assume_ready();
    }
    return false;
  }
  if (watched_[1].revents != 0) {
    listener_.saw_client();
  }
  std::size_t next = 2;
  for (Connection& connection : connections_) {
    if (connection.events() != 0) {
      connection.saw(watched_[next++].revents);
      if (connection.is_free()) {
        listener_.descriptor_was_freed();
      }
    }
    if (connection.is_short_of_means()) {
      connection.retry();
    }
  }
  return watched_[0].revents != 0;
}

// Sends what is left to send and says how long there is nothing to do.
Duration TcpTransport::prepare(Duration longest) {
  Duration pause = longest;
  for (Connection& connection : connections_) {
    if (connection.is_free()) {
      continue;
    }
    connection.flush();
    if (connection.is_free()) {
      listener_.descriptor_was_freed();
    }
    if (connection.has_news()) {
      pause = {};
    }
    if (connection.is_short_of_means()) {
      pause = std::min(pause, retry_after);
    }
  }
  const bool has_free_slot = std::ranges::find(slots_, nullptr) != slots_.end();
  if (listener_.waiting() && has_free_slot) {
    pause = {};
  }
  return listener_.recover(pause);
}

// poll(2) passes over negative descriptors.
void TcpTransport::watch(int wake) {
  watched_[0] = {.fd = wake, .events = POLLIN, .revents = 0};
  watched_[1] = {.fd = listener_.watches() ? listener_.descriptor() : -1, .events = POLLIN, .revents = 0};
  watching_ = 2;
  for (const Connection& connection : connections_) {
    const short events = connection.events();
    if (events != 0) {
      watched_[watching_++] = {.fd = connection.descriptor(), .events = events, .revents = 0};
    }
  }
}

// Without poll(2), which fails for lack of memory or when more is watched than the process may open, every
// call is tried at a bounded pace.
void TcpTransport::assume_ready() {
  nap(retry_after);
  if (listener_.watches()) {
    listener_.saw_client();
  }
  for (Connection& connection : connections_) {
    if (!connection.is_free()) {
      connection.retry();
    }
  }
}

}  // namespace prometheus_express::posix
