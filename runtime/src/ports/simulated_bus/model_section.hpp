// What a description says under a key.
#pragma once

#include <nlohmann/json.hpp>

namespace prometheus_express::simulated {

/// The mapping or list under `key`, an empty one where it is not there; it lives as long as the model.
inline const nlohmann::json& section(const nlohmann::json& model, const char* key) {
  static const nlohmann::json& nothing =
      *new nlohmann::json;  // nothing destroys it: parts may be asked until the program's end
  const auto found = model.find(key);
  return found == model.end() ? nothing : *found;
}

}  // namespace prometheus_express::simulated
