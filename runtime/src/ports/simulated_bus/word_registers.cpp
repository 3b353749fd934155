// Parts with word registers behind an 8-bit pointer; a register that is described with one byte has one.
#include <map>
#include <optional>
#include <set>

#include "hex.hpp"
#include "kinds.hpp"
#include "model_section.hpp"
#include "register_state.hpp"

namespace prometheus_express::simulated {
namespace {

class WordRegisters final : public Part {
 public:
  explicit WordRegisters(const nlohmann::json& model) {
    registers(model, "mem", initial_);
    registers(model, "left_over", left_over_);
    conditions_ = read_conditions(model);
    reset_ = read_reset(model);
    registers(model, "read_and", read_and_);
    registers(model, "read_or", read_or_);
    for (const auto& name : section(model, "rw")) {
      writable_.insert(read_number(name.get<std::string>()));
    }
    for (const auto& [name, list] : section(model, "sequence").items()) {
      for (const auto& hex : list) {
        sequences_[read_number(name)].push_back(read_hex(hex.get<std::string>()));
      }
    }
    is_little_ = model.value("byte_order", "") == "little";
    if (model.contains("select")) {
      const nlohmann::json& select = model["select"];
      selector_ = read_number(select.at("reg").get<std::string>());
      shift_ = select.value("shift", 0U);
      mask_ = select.value("mask", 0xFFFFU);
      for (const auto& [value, changes] : select.at("values").items()) {
        for (const auto& [name, hex] : changes.items()) {
          selected_[read_number(value)][read_number(name)] = read_hex(hex.get<std::string>());
        }
      }
    }
    power_cycle();
    for (const auto& [reg, bytes] : left_over_) {
      memory_[reg] = bytes;
    }
  }

  void power_cycle() override {
    memory_ = initial_;
    turns_.clear();
    pointer_ = 0;
  }

  void set(std::string_view place, std::string_view hex) override {
    if (const std::size_t slash = place.find('/'); slash != std::string_view::npos) {
      selected_[read_number(place.substr(0, slash))][read_number(place.substr(slash + 1))] = read_hex(hex);
      return;
    }
    memory_[read_number(place)] = initial_[read_number(place)] = read_hex(hex);
  }

  bus::Outcome transfer(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    if (!out.empty()) {
      pointer_ = out[0];
    }
    if (out.size() > 1) {
      write(out.subspan(1));
    }
    if (!in.empty()) {
      read(in);
    }
    return bus::Outcome::ok;
  }

  void window(std::span<const std::uint8_t> /*out*/, std::span<std::uint8_t> /*in*/) override {}

 private:
  using Registers = std::map<unsigned, Bytes>;

  static void registers(const nlohmann::json& model, const char* key, Registers& registers) {
    for (const auto& [name, hex] : section(model, key).items()) {
      registers[read_number(name)] = read_hex(hex.get<std::string>());
    }
  }

  [[nodiscard]] unsigned number(const Bytes& bytes) const {
    unsigned number = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      number = number << 8U | bytes[is_little_ ? bytes.size() - 1 - at : at];
    }
    return number;
  }

  void write(std::span<const std::uint8_t> data) {
    writes_.push_back({register_name(pointer_), Bytes(data.begin(), data.end())});
    if (reset_ && reset_->reg == pointer_ && reset_->holds(data)) {
      memory_ = initial_;
      return;
    }
    if (!writable_.contains(pointer_)) {
      return;
    }
    Bytes& stored = memory_[pointer_];
    const std::size_t width = stored.empty() ? 2 : stored.size();
    stored.assign(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(std::min(width, data.size())));
    stored.resize(width, 0);
    if (selector_ == pointer_) {
      const auto chosen = selected_.find(number(stored) >> shift_ & mask_);
      if (chosen != selected_.end()) {
        for (const auto& [reg, bytes] : chosen->second) {
          memory_[reg] = bytes;
        }
      }
    }
  }

  void read(std::span<std::uint8_t> in) {
    Bytes bytes = memory_.contains(pointer_) ? memory_[pointer_] : Bytes{0, 0};
    if (const auto sequence = sequences_.find(pointer_); sequence != sequences_.end()) {
      std::size_t& turn = turns_[pointer_];
      bytes = sequence->second[std::min(turn, sequence->second.size() - 1)];
      ++turn;
    }
    for (const Condition& condition : conditions_) {
      if (const auto other = condition.otherwise.find(pointer_);
          other != condition.otherwise.end() && !condition.holds(memory_[condition.reg])) {
        bytes = other->second;
      }
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if (const auto mask = read_and_.find(pointer_); mask != read_and_.end() && at < mask->second.size()) {
        bytes[at] = static_cast<std::uint8_t>(bytes[at] & mask->second[at]);
      }
      if (const auto mask = read_or_.find(pointer_); mask != read_or_.end() && at < mask->second.size()) {
        bytes[at] = static_cast<std::uint8_t>(bytes[at] | mask->second[at]);
      }
    }
    for (std::size_t at = 0; at < in.size(); ++at) {
      in[at] = at < bytes.size() ? bytes[at] : std::uint8_t{0xFF};
    }
  }

  Registers initial_;
  Registers left_over_;
  Registers memory_;
  std::vector<Condition> conditions_;
  std::optional<Condition> reset_;
  Registers read_and_;
  Registers read_or_;
  std::set<unsigned> writable_;
  std::map<unsigned, std::vector<Bytes>> sequences_;
  std::map<unsigned, std::size_t> turns_;
  std::map<unsigned, Registers> selected_;
  unsigned selector_ = 256;
  unsigned shift_ = 0;
  unsigned mask_ = 0;
  unsigned pointer_ = 0;
  bool is_little_ = false;
};

}  // namespace

std::unique_ptr<Part> make_word_registers(const nlohmann::json& model) {
  return std::make_unique<WordRegisters>(model);
}

}  // namespace prometheus_express::simulated
