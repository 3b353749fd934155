#include "prometheus_express/sensors/bits.hpp"

namespace prometheus_express::sensors {

std::uint32_t bits(const std::uint8_t* bytes, unsigned first, unsigned count) {
  std::uint32_t number = 0;
  for (unsigned at = first; at < first + count; ++at) {
    number = number << 1U | (bytes[at / 8] >> (7 - at % 8) & 1U);
  }
  return number;
}

std::int32_t signed_bits(const std::uint8_t* bytes, unsigned first, unsigned count) {
  return sign_extend(bits(bytes, first, count), count);
}

std::uint32_t little(const std::uint8_t* bytes, unsigned count) {
  std::uint32_t number = 0;
  while (count > 0) {
    number = number << 8U | bytes[--count];
  }
  return number;
}

std::int32_t signed_little(const std::uint8_t* bytes, unsigned count) {
  return sign_extend(little(bytes, count), 8 * count);
}

void put(std::uint8_t* bytes, std::uint32_t number, unsigned count) {
  while (count > 0) {
    bytes[--count] = static_cast<std::uint8_t>(number);
    number >>= 8U;
  }
}

void put_little(std::uint8_t* bytes, std::uint32_t number, unsigned count) {
  for (; count > 0; --count, number >>= 8U) {
    *bytes++ = static_cast<std::uint8_t>(number);
  }
}

std::int32_t scaled(float value, float scale) {
  const float product = value * scale;
  // 2^31: the first float that does not fit; below it, floats are whole from 2^23 on.
  if (product >= 2147483648.0F) {
    return INT32_MAX;
  }
  if (product < -2147483648.0F) {
    return INT32_MIN;
  }
  if (!(product >= -2147483648.0F)) {  // NaN
    return 0;
  }
  const auto whole = static_cast<std::int32_t>(product);
  const float rest = product - static_cast<float>(whole);
  return rest >= 0.5F ? whole + 1 : rest <= -0.5F ? whole - 1 : whole;
}

}  // namespace prometheus_express::sensors
