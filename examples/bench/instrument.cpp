#include "instrument.hpp"

#include <stdexcept>

#include "models.hpp"

namespace bench {
namespace {

const Model& model_of(std::string_view device) {
  for (const auto& models : {bosch_models, command_models, register_models, spi_models}) {
    for (const Model& model : models) {
      if (model.device == device) {
        return model;
      }
    }
  }
  throw std::invalid_argument("there is no model of " + std::string(device));
}

unsigned digit(char character) {
  return static_cast<unsigned>(character <= '9' ? character - '0' : character - 'A' + 10);
}

}  // namespace

Instrument::Instrument(std::string_view device)
    : model_(&model_of(device)), part_(prometheus_express::simulated::make_part(model_->json)) {}

std::string hex(std::int64_t number, unsigned digits) {
  std::string text(digits, '0');
  for (unsigned at = 0; at < digits; ++at) {
    text[digits - 1 - at] = "0123456789ABCDEF"[static_cast<std::uint64_t>(number) >> 4 * at & 15U];
  }
  return text;
}

std::string crc_of(std::string_view bytes, unsigned initial) {
  unsigned rest = initial;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    rest ^= digit(bytes[at]) << 4U | digit(bytes[at + 1]);
    for (int bit = 0; bit < 8; ++bit) {
      rest = (rest & 0x80U) != 0 ? (rest << 1U ^ 0x131U) : rest << 1U;
    }
  }
  return hex(rest, 2);
}

std::string word_with_crc(std::int64_t word, unsigned initial) {
  const std::string bytes = hex(word, 4);
  return bytes + crc_of(bytes, initial);
}

}  // namespace bench
