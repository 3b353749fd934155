#include "register_state.hpp"

#include <algorithm>
#include <string>

#include "hex.hpp"
#include "model_section.hpp"

namespace prometheus_express::simulated {
namespace {

Condition read_condition(const nlohmann::json& written) {
  Condition condition;
  condition.reg = read_number(written.at("reg").get<std::string>());
  condition.mask = read_hex(written.at("mask").get<std::string>());
  for (const auto& value : written.at("values")) {
    condition.values.push_back(read_hex(value.get<std::string>()));
  }
  for (const auto& [name, hex] : section(written, "otherwise").items()) {
    condition.otherwise[read_number(name)] = read_hex(hex.get<std::string>());
  }
  return condition;
}

}  // namespace

bool Condition::holds(std::span<const std::uint8_t> stored) const {
  return std::any_of(values.begin(), values.end(), [&](const Bytes& value) {
    for (std::size_t at = 0; at < mask.size(); ++at) {
      const unsigned byte = at < stored.size() ? stored[at] : 0U;
      if ((byte & mask[at]) != value.at(at)) {
        return false;
      }
    }
    return true;
  });
}

std::vector<Condition> read_conditions(const nlohmann::json& model) {
  std::vector<Condition> conditions;
  for (const auto& written : section(model, "depends")) {
    conditions.push_back(read_condition(written));
  }
  return conditions;
}

std::optional<Condition> read_reset(const nlohmann::json& model) {
  const auto found = model.find("reset");
  return found == model.end() ? std::nullopt : std::optional(read_condition(*found));
}

}  // namespace prometheus_express::simulated
