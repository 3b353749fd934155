// One client's connection: reads its requests one after the other, has them answered, sends the responses, and
// ends in a way that no response is lost. Only `Responder` uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/dispatcher.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/request_reader.hpp"
#include "prometheus_express/http/response_writer.hpp"
#include "prometheus_express/http/server_context.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

template <Parts parts>
class Connection {
 public:
  using Context = ServerContext<parts>;

  constexpr Connection() = default;

  /// Bytes of memory that a connection works in. The snapshot of a page comes first, for its alignment.
  static constexpr std::size_t memory_size(const Limits& limits) {
    const std::size_t size = std::size_t{limits.snapshot} + limits.stored_bytes + limits.body +
                             limits.output_buffer + limits.input_buffer;
    return limits.snapshot == 0 ? size
                                : (size + snapshot_alignment - 1) / snapshot_alignment * snapshot_alignment;
  }

  /// Begins with a client that was just accepted. `memory` is aligned for a snapshot.
  void open(Context& context, char* memory);

  /// Does one bounded piece of work: one transfer at most, one call of a handler at most, and the pieces of a streamed
  /// body that this transfer brought. False when there was nothing to do.
  bool step(Context& context);

  /// Ends what has taken too long; not to be asked while free.
  void expire(Context& context);

  /// Time until `expire` has something to do at the latest; 0 if that is now.
  [[nodiscard]] Duration time_left(const Context& context) const;

  /// Ends at once: another client needs the place.
  void evict(Context& context);

  [[nodiscard]] constexpr bool free() const { return phase_ == Phase::free; }

  /// True when no request is under way.
  [[nodiscard]] constexpr bool idle() const {
    return phase_ == Phase::draining || (phase_ == Phase::reading && !reader_.request().begun());
  }

  /// True when the client has not sent anything yet: its first request is likely on the way.
  [[nodiscard]] constexpr bool awaits_first_request() const {
    return phase_ == Phase::reading && served_ == 0 && !reader_.request().begun();
  }

  /// Who is being handed the body of the request under way; nullptr: nobody.
  [[nodiscard]] constexpr const Receiving* receiver() const { return dispatcher_.receiver(); }

  /// When last a byte moved.
  [[nodiscard]] constexpr Time last_activity() const { return last_activity_; }

 private:
  enum class Phase : std::uint8_t {
    free,
    reading,   // awaits or reads a request
    sending,   // its response
    draining,  // all was sent: what the client still sends is dropped, lest a reset overtakes the response
  };

  /// How long a client has to close its side while draining. Long enough for a few round trips.
  static constexpr Duration drain_time = Duration::seconds(1);

  // The memory has, one behind the other: snapshot, storage, body, output, input.
  [[nodiscard]] char* body_buffer() const { return reader_.request().storage_end(); }
  [[nodiscard]] std::span<char> input_buffer(const Context& context) const {
    return {writer_.buffer_end(), context.limits.input_buffer};
  }

  bool receive(Context& context);
  bool read_requests(Context& context);
  bool begin_request(Context& context);
  void reject(Context& context, std::uint16_t code);
  void end_requests(Context& context);
  void begin_response(Context& context);
  void end_response(Context& context);
  void end(Context& context);
  void abort(Context& context);

  // The small ones first: a Cortex-M0+ reaches them in one instruction.
  Phase phase_ = Phase::free;
  bool ended_ = false;    // the client has sent its last byte
  bool closing_ = false;  // behind this response
  std::uint16_t served_ = 0;
  Dispatcher<parts> dispatcher_;
  Time request_start_;
  Time last_activity_;
  RequestReader<parts> reader_;
  ResponseWriter<parts> writer_;
};

// With the default's stored_bytes and input_buffer: 512 bytes beside the output buffer.
static_assert(sizeof(void*) != 4 || sizeof(Connection<all_parts>) <= 256);

}  // namespace prometheus_express::http

#include "prometheus_express/http/connection_definitions.hpp"
