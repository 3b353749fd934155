// The kinds of simulated parts, each made from its description.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>

#include "prometheus_express/ports/simulated_bus/part.hpp"

namespace prometheus_express::simulated {

[[nodiscard]] std::unique_ptr<Part> make_byte_registers(const nlohmann::json& model);
[[nodiscard]] std::unique_ptr<Part> make_word_registers(const nlohmann::json& model);
[[nodiscard]] std::unique_ptr<Part> make_commands(const nlohmann::json& model);
[[nodiscard]] std::unique_ptr<Part> make_stream(const nlohmann::json& model);
[[nodiscard]] std::unique_ptr<Part> make_stuck(const nlohmann::json& model);
[[nodiscard]] std::unique_ptr<Part> make_absent();
/// `bits`: 10 for the MCP3008, 8 for the MAX1111.
[[nodiscard]] std::unique_ptr<Part> make_converter(const nlohmann::json& model, unsigned bits);

}  // namespace prometheus_express::simulated
