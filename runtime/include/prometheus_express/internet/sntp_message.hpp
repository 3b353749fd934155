// Messages of the Simple Network Time Protocol, as a client writes and reads them (RFC 4330; the packet of RFC 5905, 7.3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace prometheus_express::internet {

inline constexpr std::uint16_t sntp_port = 123;
inline constexpr std::size_t sntp_message_size = 48;

enum class SntpOutcome : std::uint8_t {
  time,
  unusable,  // the server has no time itself
  refused,   // it wants to be asked less often, or not at all ("kiss of death", RFC 4330, 8)
};

struct SntpReply {
  SntpOutcome outcome = SntpOutcome::unusable;
  std::uint64_t milliseconds = 0;  // since 1970-01-01 00:00 UTC without leap seconds, when the server sent it
};

/// `cookie` stands in the place of our time, which nobody needs: the server sends it back, so nobody else's answer passes
/// for this one's. Returns the size; 0 when `out` is too small.
[[nodiscard]] std::size_t write_sntp_question(std::span<std::uint8_t> out, std::uint64_t cookie);

/// Whether `message` answers the question with this cookie. Times are from 1968 to 2104 (RFC 4330, 3).
[[nodiscard]] bool read_sntp_reply(std::span<const std::uint8_t> message, std::uint64_t cookie,
                                   SntpReply& reply);

}  // namespace prometheus_express::internet
