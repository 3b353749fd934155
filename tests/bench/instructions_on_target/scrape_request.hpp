#pragma once

#include <string_view>

namespace prometheus_express::bench {

// What Prometheus 2.42 sends, as captured.
inline constexpr std::string_view scrape_request =
    "GET /metrics HTTP/1.1\r\n"
    "Host: 192.168.178.42:8080\r\n"
    "User-Agent: Prometheus/2.42.0+ds\r\n"
    "Accept: application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
    "text/plain;version=0.0.4;q=0.5,*/*;q=0.1\r\n"
    "Accept-Encoding: gzip\r\n"
    "X-Prometheus-Scrape-Timeout-Seconds: 10\r\n"
    "\r\n";

}  // namespace prometheus_express::bench
