// What the gateway answers: DHCP, DNS and NTP, as their scripts say.
#pragma once

#include <optional>

#include "datagram.hpp"

namespace prometheus_express::simulated_w5500 {

/// RFC 2131. Nothing where the request is none, or the script wants no answer.
[[nodiscard]] std::optional<Datagram> answer_dhcp(const Datagram& request, const Options& options);

/// RFC 1035: a question for the address of a name.
[[nodiscard]] std::optional<Datagram> answer_dns(const Datagram& request, const Options& options);

/// RFC 5905, as a server of stratum 2; `now` from the chip's start.
[[nodiscard]] std::optional<Datagram> answer_ntp(const Datagram& request, const Options& options,
                                                 Microseconds now);

/// The service at that port of the gateway. `exists` is false where there is none.
[[nodiscard]] std::optional<Datagram> answer(const Datagram& request, const Options& options,
                                             Microseconds now, bool& exists);

}  // namespace prometheus_express::simulated_w5500
