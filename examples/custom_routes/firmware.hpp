// Receives a new firmware over HTTP, piece by piece: a board would program each piece into the spare half of its flash,
// this one only sums them up. What is sent is checked against the CRC-32 that the client states:
//   crc=$(gzip -c new.bin | tail -c8 | od -An -tx4 -N4 | tr -d ' ')
//   curl -H 'Authorization: Bearer let-me-in' -H "X-Crc32: $crc" -T new.bin http://localhost:8080/firmware
#pragma once

#include <cstdint>
#include <prometheus_express/http/site.hpp>
#include <span>
#include <string>

#include "custom_routes.hpp"

/// CRC-32 of IEEE 802.3, as gzip and zlib have it (RFC 1952 section 8).
class Crc32 {
 public:
  void add(std::span<const char> bytes) {
    for (const char byte : bytes) {
      rest_ ^= static_cast<unsigned char>(byte);
      for (int bit = 0; bit < 8; ++bit) {
        rest_ = (rest_ & 1U) != 0 ? (rest_ >> 1U) ^ 0xEDB88320U : rest_ >> 1U;
      }
    }
  }

  std::string text() const {
    std::string digits;
    for (int shift = 28; shift >= 0; shift -= 4) {
      digits += "0123456789abcdef"[(~rest_ >> static_cast<unsigned>(shift)) & 15U];
    }
    return digits;
  }

 private:
  std::uint32_t rest_ = 0xFFFFFFFFU;
};

class Firmware {
 public:
  explicit Firmware(custom_routes::Metrics& metrics) : metrics_(metrics) {}

  prometheus_express::http::Next on_start(const prometheus_express::http::Request&,
                                          prometheus_express::http::Response&) {
    crc_ = {};
    size_ = 0;
    return prometheus_express::http::Next::proceed;
  }

  prometheus_express::Status on_body(std::span<const char> bytes) {
    crc_.add(bytes);
    size_ += bytes.size();
    return prometheus_express::Status::ok;
  }

  prometheus_express::Status on_end(const prometheus_express::http::Request& request,
                                    prometheus_express::http::Response& response) {
    const bool right = request.header("X-Crc32") == crc_.text();
    metrics_.firmware_updates.labels(right ? custom_routes::Result::accepted : custom_routes::Result::refused)
        .inc();
    response.status(right ? 200 : 400);
    response.type("text/plain");
    return response.write(std::to_string(size_) + " bytes with the CRC-32 " + crc_.text() + "\n");
  }

  void on_abort() { metrics_.firmware_updates.labels(custom_routes::Result::refused).inc(); }

 private:
  custom_routes::Metrics& metrics_;
  Crc32 crc_;
  std::size_t size_ = 0;
};
