// One client's connection: reads its requests one after the other, has them answered, sends the answers, and
// ends in a way that no answer is lost. Only `Responder` uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/head.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/response.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

template <Parts parts>
class BasicConnection;

/// What connections have to do with: their server, and which of them is to do something when.
template <Parts parts>
struct BasicTurn {
  Routes routes;
  const Limits& limits;
  transport::Transport& transport;
  BasicConnection<parts>* connections;  // all of the server, `limits.connections`
  std::uint32_t failures = 0;           // answers that a handler failed to give
  Time now = {};
  transport::Slot slot = 0;
};

template <Parts parts>
class BasicConnection {
 public:
  using Turn = BasicTurn<parts>;
  using Head = BasicHead<parts>;

  constexpr BasicConnection() = default;

  /// Bytes of memory that a connection works in. The snapshot of a page comes first, for its alignment.
  static constexpr std::size_t memory_size(const Limits& limits) {
    const std::size_t size = std::size_t{limits.snapshot} + limits.stored_bytes + limits.body +
                             limits.output_buffer + limits.input_buffer;
    return limits.snapshot == 0 ? size
                                : (size + snapshot_alignment - 1) / snapshot_alignment * snapshot_alignment;
  }

  /// Begins with a client that was just accepted. `memory` is aligned for a snapshot.
  void open(Turn& turn, char* memory);

  /// Does one bounded piece of work: one transfer at most, one call of a handler at most, and the pieces of a streamed
  /// body that this transfer brought. False when there was nothing to do.
  bool step(Turn& turn);

  /// Ends what has taken too long; not to be asked while free.
  void expire(Turn& turn);

  /// Time until `expire` has something to do at the latest; 0 if that is now.
  [[nodiscard]] Duration patience(const Turn& turn) const;

  /// Gives the client up to make room for another.
  void reap(Turn& turn);

  [[nodiscard]] constexpr bool free() const { return phase_ == Phase::free; }

  /// True when no request is under way.
  [[nodiscard]] constexpr bool idle() const {
    return phase_ == Phase::draining || (phase_ == Phase::reading && !parser_.begun());
  }

  /// True when the client has not sent anything yet: its first request is likely on the way.
  [[nodiscard]] constexpr bool fresh() const {
    return phase_ == Phase::reading && served_ == 0 && !parser_.begun();
  }

  /// When last a byte moved.
  [[nodiscard]] constexpr Time touched() const { return touched_; }

 private:
  enum class Phase : std::uint8_t {
    free,
    reading,   // awaits or reads a request
    sending,   // its answer
    draining,  // all is said: what the client still sends is dropped, lest a reset overtakes the answer
  };

  /// What of the body is sent once the output buffer is empty.
  enum class Rest : std::uint8_t { nothing, plain, chunks };

  [[nodiscard]] char* body_buffer(const Turn& turn) const { return memory_ + turn.limits.stored_bytes; }
  bool take(Turn& turn);
  bool read(Turn& turn);
  void parse(Turn& turn);
  void route(Turn& turn);
  bool admit(Turn& turn);
  [[nodiscard]] std::uint16_t objection() const;
  bool call_middleware(Turn& turn);
  bool ask(Turn& turn, Middleware middleware);
  std::uint16_t body_objection(const Turn& turn);
  [[nodiscard]] bool occupied(const Turn& turn) const;
  [[nodiscard]] bool collect(Turn& turn);
  void abandon(Turn& turn);
  void answer(Turn& turn);
  void refuse(Turn& turn, std::uint16_t code);
  void say(std::uint16_t code);
  void begin_response(Turn& turn);
  [[nodiscard]] Head head(HeadTerms::Length length, std::size_t stated) const;
  [[nodiscard]] bool bodiless() const;
  std::size_t compose();
  std::size_t compose_pieces();
  void next_piece();
  std::size_t fill(std::span<char> out);
  [[nodiscard]] bool done() const;
  void refill(Turn& turn);
  void end_response(Turn& turn);
  bool drain(Turn& turn);
  void close(Turn& turn);
  void abort(Turn& turn);
  [[nodiscard]] Time since() const {
    return phase_ == Phase::reading && parser_.begun() ? started_ : touched_;
  }

  // The small ones first: a Cortex-M0+ reaches them in one instruction.
  Phase phase_ = Phase::free;
  Rest rest_ = Rest::nothing;
  bool closing_ = false;      // after this response
  bool ended_ = false;        // the client has sent its last byte
  bool receiving_ = false;    // a streamed body
  std::uint8_t allowed_ = 0;  // methods of the path
  std::uint16_t body_size_ =
      0;  // of a buffered body; of a streamed one since the request's time was extended
  std::uint16_t served_ = 0;
  BasicRequestParser<parts> parser_;
  Time started_;             // the request
  Time touched_;             // when last a byte moved
  std::string_view input_;   // taken and not yet read
  std::string_view output_;  // to be offered next
  const Route* route_ = nullptr;
  char* memory_ =
      nullptr;  // behind the snapshot: for what is kept of a request, its body, output, input: one behind the other
  Response response_{Response::Content::copied, 0};
};

extern template class BasicConnection<all_parts>;

// With the default's stored_bytes and input_buffer: 512 bytes beside the output buffer.
static_assert(sizeof(void*) != 4 || sizeof(BasicConnection<all_parts>) <= 256);

}  // namespace prometheus_express::http
