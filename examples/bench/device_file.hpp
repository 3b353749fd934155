// The configuration of a device, a file in JSON as it lies on its memory card.
//
//   const nlohmann::json configuration = bench::read_device_file("config.json", error);
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace bench {

/// The object in the file; where there is none, null, and `problem` says why.
[[nodiscard]] inline nlohmann::json read_device_file(const std::string& path, std::string& problem) {
  std::ifstream file(path);
  if (!file) {
    problem = "cannot read " + path;
    return nullptr;
  }
  nlohmann::json configuration = nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false);
  if (!configuration.is_object()) {
    problem = path + " holds no JSON object";
    return nullptr;
  }
  return configuration;
}

/// The text under a key; empty where there is none, and `problem` says so, unless it has something to say already.
[[nodiscard]] inline std::string text_in(const nlohmann::json& configuration, const char* key,
                                         std::string& problem) {
  const auto found = configuration.find(key);
  if (found != configuration.end() && found->is_string()) {
    return *found;
  }
  if (problem.empty()) {
    problem = std::string("the configuration has no text `") + key + "`";
  }
  return "";
}

}  // namespace bench
