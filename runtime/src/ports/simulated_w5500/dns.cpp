#include <algorithm>
#include <cctype>
#include <iterator>

#include "services.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr std::size_t message_head = 12;

/// The name of the only question, in lower case; nothing when there is none. `end` is behind the question.
std::optional<std::string> question(const Bytes& query, std::size_t& end) {
  const bool is_query =
      query.size() > message_head && (query[2] & 0xF8U) == 0 && query[4] == 0 && query[5] == 1;
  std::string name;
  std::size_t at = message_head;
  while (is_query && at < query.size() && query[at] != 0) {
    const std::size_t length = query[at];
    if (length > 63 || at + length >= query.size()) {
      return std::nullopt;
    }
    name += name.empty() ? "" : ".";
    for (std::size_t letter = at + 1; letter <= at + length; ++letter) {
      name += static_cast<char>(std::tolower(query[letter]));
    }
    at += length + 1;
  }
  end = at + 5;
  return is_query && end <= query.size() ? std::optional(name) : std::nullopt;
}

}  // namespace

std::optional<Datagram> answer_dns(const Datagram& request, const Options& options) {
  std::size_t end = 0;
  const auto name = question(request.payload, end);
  if (!name || options.dns.silent || options.dns.unanswered.contains(*name)) {
    return std::nullopt;
  }
  const auto [first, last] = options.dns.names.equal_range(*name);
  const bool unclear = options.dns.unclear.contains(*name);
  const bool exists = first != last && !unclear;
  constexpr std::uint8_t address_of_internet[] = {0, 1, 0, 1};
  const auto kind = request.payload.begin() + static_cast<std::ptrdiff_t>(end - 4);
  const bool answers = exists && std::equal(kind, kind + 4, std::begin(address_of_internet));

  const Bytes& asked = request.payload;
  const auto flags = static_cast<std::uint8_t>(0x84U | (asked[2] & 1U));  // an authority's answer
  const std::uint8_t outcome = exists ? 0x80 : unclear ? 0x82 : 0x83;     // SERVFAIL, NXDOMAIN
  const auto count = answers ? static_cast<std::uint8_t>(std::distance(first, last)) : std::uint8_t{0};
  // No authorities, nothing additional.
  Bytes reply = {asked[0], asked[1], flags, outcome, asked[4], asked[5], 0, count, 0, 0, 0, 0};
  reply.insert(reply.end(), asked.begin() + message_head, asked.begin() + static_cast<std::ptrdiff_t>(end));
  for (auto found = first; answers && found != last; ++found) {
    append16(reply, 0xC000 + message_head);  // the name of the question
    reply.insert(reply.end(), std::begin(address_of_internet), std::end(address_of_internet));
    append32(reply, 60);  // seconds
    append16(reply, 4);
    reply.insert(reply.end(), found->second.begin(), found->second.end());
  }
  return Datagram{request.to, request.from, reply};
}

}  // namespace prometheus_express::simulated_w5500
