// What a part's readings depend on: the state of its registers, which an earlier program may have left otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <vector>

#include "prometheus_express/ports/simulated_bus/part.hpp"

namespace prometheus_express::simulated {

/// `{"reg": "0x01", "mask": "0100", "values": ["0000"], "otherwise": {"0x05": "0190"}}`: as long as the bits of the mask
/// have none of the values, the registers under `otherwise` read so.
struct Condition {
  unsigned reg = 0;
  Bytes mask;
  std::vector<Bytes> values;
  std::map<unsigned, Bytes> otherwise;

  /// `stored` begins with the register's bytes, as they are on the bus; what is not there is 0.
  [[nodiscard]] bool holds(std::span<const std::uint8_t> stored) const;
};

/// The list `depends` of a model.
[[nodiscard]] std::vector<Condition> read_conditions(const nlohmann::json& model);
/// `reset` of a model: what written to a register brings everything back to what it is after power-up.
[[nodiscard]] std::optional<Condition> read_reset(const nlohmann::json& model);

}  // namespace prometheus_express::simulated
