// The models, by what stands between a part and its measurement, and what they share.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <string>

#include "instrument.hpp"

namespace bench {

extern const std::span<const Model> bosch_models;     // pressure sensors, whose calibration has to be undone
extern const std::span<const Model> command_models;   // a command, then a reply, mostly with checksums
extern const std::span<const Model> register_models;  // registers of bytes and words on I2C
extern const std::span<const Model> spi_models;       // streams and converters

/// The nearest whole number of a code of `bits`; the nearest end where it does not fit.
[[nodiscard]] inline std::int64_t code_of(double value, unsigned bits, bool is_signed = false) {
  const double low = is_signed ? -std::ldexp(1, static_cast<int>(bits) - 1) : 0;
  return std::llround(std::fmin(std::fmax(value, low), low + std::ldexp(1, static_cast<int>(bits)) - 1));
}

/// The low `digits` * 4 bits in hexadecimal; two's complement for what is below 0.
[[nodiscard]] std::string hex(std::int64_t number, unsigned digits);

/// A word with its checksum x^8 + x^5 + x^4 + 1 behind it.
[[nodiscard]] std::string word_with_crc(std::int64_t word, unsigned initial = 0xFF);

/// The same checksum of bytes given in hexadecimal.
[[nodiscard]] std::string crc_of(std::string_view bytes, unsigned initial = 0xFF);

}  // namespace bench
