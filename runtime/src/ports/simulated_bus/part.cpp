#include "prometheus_express/ports/simulated_bus/part.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "kinds.hpp"

namespace prometheus_express::simulated {

std::unique_ptr<Part> make_part(std::string_view json) {
  try {
    const nlohmann::json model = nlohmann::json::parse(json);
    const std::string kind = model.at("kind");
    if (kind == "absent") {
      return make_absent();
    }
    if (kind == "reg8" || kind == "spireg") {
      return make_byte_registers(model);
    }
    if (kind == "reg16") {
      return make_word_registers(model);
    }
    if (kind == "cmd") {
      return make_commands(model);
    }
    if (kind == "stream") {
      return make_stream(model);
    }
    if (kind == "mcp3008" || kind == "max1111") {
      return make_converter(model, kind == "mcp3008" ? 10 : 8);
    }
    if (kind == "stuck") {
      return make_stuck(model);
    }
    throw std::invalid_argument("there is no part of the kind " + kind);
  } catch (const nlohmann::json::exception& error) {
    throw std::invalid_argument(error.what());
  }
}

}  // namespace prometheus_express::simulated
