#include <algorithm>

#include "services.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr std::size_t message_size = 48;
constexpr std::uint64_t unix_epoch = 2'208'988'800;  // in seconds of NTP's first era

void write64(Bytes& bytes, std::size_t at, std::uint64_t value) {
  for (std::size_t byte = 0; byte < 8; ++byte) {
    bytes[at + byte] = static_cast<std::uint8_t>(value >> (56 - 8 * byte) & 0xFFU);
  }
}

}  // namespace

std::optional<Datagram> answer_ntp(const Datagram& request, const Options& options, Microseconds now) {
  const bool from_client = request.payload.size() >= message_size && (request.payload[0] & 7U) == 3;
  if (!from_client || options.ntp.mood == NtpScript::Mood::silent) {
    return std::nullopt;
  }
  const bool kiss = options.ntp.mood == NtpScript::Mood::kiss;
  const std::uint64_t seconds = unix_epoch + options.ntp.unix_time + now / 1'000'000;
  const std::uint64_t time = seconds << 32U | (now % 1'000'000 << 32U) / 1'000'000;
  Bytes reply(message_size, 0);
  reply[0] =
      static_cast<std::uint8_t>((request.payload[0] & 0x38U) | 4U | (kiss ? 0xC0U : 0U));  // version; server
  reply[1] = kiss ? 0 : 2;                                                                 // stratum
  reply[3] = 0xEC;  // about a microsecond
  constexpr std::uint8_t rate[] = {'R', 'A', 'T', 'E'};
  const std::uint8_t* const reference = kiss ? rate : options.gateway.data();
  std::copy_n(reference, 4, reply.begin() + 12);
  write64(reply, 16, kiss ? 0 : time);                               // reference
  std::copy_n(request.payload.begin() + 40, 8, reply.begin() + 24);  // origin
  write64(reply, 32, time);                                          // receive
  write64(reply, 40, time);                                          // transmit
  return Datagram{request.to, request.from, reply};
}

std::optional<Datagram> answer(const Datagram& request, const Options& options, Microseconds now,
                               bool& exists) {
  exists = true;
  switch (request.to.port) {
    case 67:
      return answer_dhcp(request, options);
    case 53:
      return answer_dns(request, options);
    case 123:
      return answer_ntp(request, options, now);
    default:
      exists = false;
      return std::nullopt;
  }
}

}  // namespace prometheus_express::simulated_w5500
