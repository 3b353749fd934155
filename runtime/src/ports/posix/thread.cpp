#include "prometheus_express/ports/posix/thread.hpp"

#include <csignal>
#include <utility>

namespace prometheus_express::posix {
namespace {

/// A new thread inherits the mask of the one that starts it.
class NoSignals {
 public:
  NoSignals() {
    sigset_t all;
    (void)::sigfillset(&all);
    (void)::pthread_sigmask(SIG_SETMASK, &all, &former_);
  }
  NoSignals(const NoSignals&) = delete;
  NoSignals& operator=(const NoSignals&) = delete;
  ~NoSignals() { (void)::pthread_sigmask(SIG_SETMASK, &former_, nullptr); }

 private:
  sigset_t former_;
};

}  // namespace

std::thread start_thread(std::function<void()> run) {
  const NoSignals none;
  return std::thread(std::move(run));
}

}  // namespace prometheus_express::posix
