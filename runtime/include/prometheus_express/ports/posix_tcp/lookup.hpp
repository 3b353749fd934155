// One name being looked up on a thread of its own, which outlives whoever no longer wants to know.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "prometheus_express/ports/posix_tcp/resolver.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::posix {

class Lookup {
 public:
  /// Begins. `pending`: it is under way. `no_resources`: the system has no thread or descriptor for it, or the thread is
  /// still at a name that was forgotten. That one may be taken up again: it then is not asked for twice.
  [[nodiscard]] transport::State begin(std::string_view name, std::uint16_t port, const Resolve& resolve);

  /// The answer, once it is there. It stays until `forget`.
  [[nodiscard]] const Addresses* answer() const;

  /// Readable when the answer is there; -1 while none is waited for.
  [[nodiscard]] int descriptor() const;

  /// The answer is not wanted, or not any more.
  void forget();

 private:
  struct Question;

  [[nodiscard]] bool is_answered() const;

  std::shared_ptr<Question> question_;
  bool wanted_ = false;
};

}  // namespace prometheus_express::posix
