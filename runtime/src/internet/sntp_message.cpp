#include "prometheus_express/internet/sntp_message.hpp"

#include "prometheus_express/internet/byte_order.hpp"

namespace prometheus_express::internet {
namespace {

// Offsets of RFC 4330, 4.
constexpr std::size_t originate_at = 24, transmit_at = 40;
constexpr std::uint8_t version_4 = 4U << 3U, version_bits = 7U << 3U, mode_bits = 7, mode_client = 3,
                       mode_server = 4, leap_bits = 3U << 6U;
constexpr std::uint8_t most_strata = 15;
constexpr std::uint32_t seconds_to_1970 = 2'208'988'800U;  // from 1900

}  // namespace

std::size_t write_sntp_question(std::span<std::uint8_t> out, std::uint64_t cookie) {
  if (out.size() < sntp_message_size) {
    return 0;
  }
  clear(out.first(sntp_message_size));
  out[0] = version_4 | mode_client;
  write32(out, transmit_at, static_cast<std::uint32_t>(cookie >> 32U));
  write32(out, transmit_at + 4, static_cast<std::uint32_t>(cookie));
  return sntp_message_size;
}

bool read_sntp_reply(std::span<const std::uint8_t> message, std::uint64_t cookie, SntpReply& reply) {
  reply = {};
  if (message.size() < sntp_message_size || (message[0] & mode_bits) != mode_server ||
      (message[0] & version_bits) == 0 || read32(message, originate_at) != cookie >> 32U ||
      read32(message, originate_at + 4) != static_cast<std::uint32_t>(cookie)) {
    return false;
  }
  const std::uint8_t stratum = message[1];
  const std::uint32_t seconds = read32(message, transmit_at);
  const std::uint32_t fraction = read32(message, transmit_at + 4);
  if (stratum == 0) {
    reply.outcome = SntpOutcome::refused;
  } else if (stratum <= most_strata && (message[0] & leap_bits) != leap_bits &&
             (seconds != 0 || fraction != 0)) {
    reply.outcome = SntpOutcome::time;
    // Without the highest bit it is a time of 2036 or later, when the count begins anew.
    const std::uint64_t since_1900 = seconds + ((seconds & 0x80000000U) == 0 ? std::uint64_t{1} << 32U : 0U);
    reply.milliseconds = (since_1900 - seconds_to_1970) * 1000U + ((std::uint64_t{fraction} * 1000U) >> 32U);
  }
  return true;
}

}  // namespace prometheus_express::internet
