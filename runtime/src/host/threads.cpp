#include "prometheus_express/host/threads.hpp"

#include <csignal>
#include <utility>

namespace prometheus_express::host {

std::thread start_thread(std::function<void()> run) {
  sigset_t all;
  sigset_t former;
  (void)::sigfillset(&all);
  (void)::pthread_sigmask(SIG_SETMASK, &all, &former);  // a new thread inherits it
  std::thread thread(std::move(run));
  (void)::pthread_sigmask(SIG_SETMASK, &former, nullptr);
  return thread;
}

}  // namespace prometheus_express::host
