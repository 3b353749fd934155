// A site served on several cores: threads, each with a server and sockets of its own, that share nothing but the
// application. Its cells must allow that, `concurrency: threads` in the schema, and so must its handlers.
//
//   const host::Threads threads(weather_station::site(station), {.address = "0.0.0.0", .port = 8080}, 4);
//   if (!threads.are_listening()) { std::fprintf(stderr, "%s\n", threads.error()); }
#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/host/alarm.hpp"
#include "prometheus_express/host/server.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"

namespace prometheus_express::host {

/// Starts a thread that signals pass by, for they are the main program's.
[[nodiscard]] std::thread start_thread(std::function<void()> run);

template <http::Limits limits>
class Threads {
 public:
  /// Listens `count` times in one place, which is shared whatever `where` says, and serves until it ends. `site`'s application
  /// must outlive it. The limits hold for each thread. `traffic` is called by all of them.
  Threads(http::Site<limits> site, Listen where, unsigned count, const posix::Traffic& traffic = nullptr) {
    where.shared = true;
    for (unsigned number = 0; number < count; ++number) {
      servers_.push_back(std::make_unique<Server<limits>>(site, where));
      servers_.back()->watch_traffic(traffic);
      if (!servers_.back()->is_listening()) {
        return;
      }
      where.port = servers_.front()->port();  // the one that was picked
    }
    for (const auto& server : servers_) {
      threads_.push_back(start_thread([&one = *server, this] { serve(one); }));
    }
  }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  ~Threads() {
    ended_.raise();
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }

  /// False when one of them could not listen: then none serves.
  [[nodiscard]] bool are_listening() const { return servers_.empty() || servers_.back()->is_listening(); }

  /// Why not, and what to do about it; empty while they listen.
  [[nodiscard]] const char* error() const { return servers_.empty() ? "" : servers_.back()->error(); }

  /// Where they listen; with one thread or more.
  [[nodiscard]] const posix::Endpoint& endpoint() const { return servers_.front()->endpoint(); }

 private:
  void serve(Server<limits>& server) const {
    const Duration longest = ended_.descriptor() < 0 ? Duration{100} : Duration::seconds(3600);
    for (const posix::MonotonicClock clock; !ended_.raised();) {
      (void)(server.poll)(clock.now(), longest, ended_.descriptor());
    }
  }

  Alarm ended_;
  std::vector<std::unique_ptr<Server<limits>>> servers_;
  std::vector<std::thread> threads_;
};

}  // namespace prometheus_express::host
