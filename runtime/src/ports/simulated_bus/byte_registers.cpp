// Parts with byte registers behind an 8-bit pointer, on I2C or behind SPI with a read flag in bit 7.
#include <array>
#include <map>
#include <optional>
#include <set>

#include "hex.hpp"
#include "kinds.hpp"
#include "model_section.hpp"
#include "register_state.hpp"

namespace prometheus_express::simulated {
namespace {

class ByteRegisters final : public Part {
 public:
  explicit ByteRegisters(const nlohmann::json& model) {
    for (const auto& [start, hex] : model.at("mem").items()) {
      store(initial_, read_number(start), read_hex(hex.get<std::string>()));
    }
    for (const auto& name : section(model, "rw")) {
      writable_.insert(read_number(name.get<std::string>()));
    }
    for (const auto& [name, list] : section(model, "sequence").items()) {
      for (const auto& hex : list) {
        sequences_[read_number(name)].push_back(read_hex(hex.get<std::string>()));
      }
    }
    masks(model, "write_mask", write_mask_);
    masks(model, "read_and", read_and_);
    masks(model, "read_or", read_or_);
    pairs_ = model.value("write_style", "") == "pairs";
    const nlohmann::json increment = model.value("autoincrement", nlohmann::json(true));
    increments_ = !increment.is_boolean() || increment.get<bool>();
    high_and_low_ = increment.is_string();
    if (model.contains("page")) {
      page_ = read_number(model["page"].get<std::string>());
    }
    conditions_ = read_conditions(model);
    reset_ = read_reset(model);
    power_cycle();
    for (const auto& [start, hex] : section(model, "left_over").items()) {
      store(memory_, read_number(start), read_hex(hex.get<std::string>()));
    }
  }

  void power_cycle() override {
    memory_ = initial_;
    turns_.clear();
    pointer_ = 0;
  }

  void set(std::string_view place, std::string_view hex) override {
    const unsigned start = read_number(place);
    store(memory_, start, read_hex(hex));
    store(initial_, start, read_hex(hex));
  }

  bus::Outcome transfer(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    if (!out.empty()) {
      pointer_ = out[0];
      write(pointer_, out.subspan(1), 0);
    }
    read(pointer_, in);
    return bus::Outcome::ok;
  }

  void window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    if (out.empty()) {
      return;
    }
    // Seven bits of a register's number: of its upper half, or where the page's register chooses.
    const unsigned half = page_ != no_page && (memory_[page_] & 0x10U) != 0 ? 0 : 0x80;
    const unsigned at = (out[0] & 0x7FU) | half;
    if ((out[0] & 0x80U) != 0) {
      read(at, in.subspan(1));
    } else {
      write(at == (page_ | half) ? page_ : at, out.subspan(1), half);
    }
  }

 private:
  static constexpr unsigned no_page = 256;
  using Memory = std::array<std::uint8_t, 256>;
  using Masks = std::map<unsigned, std::uint8_t>;

  static void store(Memory& memory, unsigned start, const Bytes& bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      memory[(start + at) % memory.size()] = bytes[at];
    }
  }

  static void masks(const nlohmann::json& model, const char* key, Masks& masks) {
    for (const auto& [name, hex] : section(model, key).items()) {
      masks[read_number(name)] = read_hex(hex.get<std::string>()).at(0);
    }
  }

  void write(unsigned at, std::span<const std::uint8_t> data, unsigned flag) {
    if (!pairs_ && data.size() > 1) {
      writes_.push_back({register_name(at), Bytes(data.begin(), data.end())});
      for (const std::uint8_t byte : data) {
        change(at++ % 256, byte);
      }
      return;
    }
    while (!data.empty()) {
      writes_.push_back({register_name(at), {data[0]}});
      change(at, data[0]);
      data = data.subspan(1);
      if (data.size() < 2) {
        break;
      }
      at = data[0] | flag;
      data = data.subspan(1);
    }
  }

  void change(unsigned at, std::uint8_t byte) {
    if (reset_ && reset_->reg == at && reset_->holds({&byte, 1})) {
      memory_ = initial_;
      return;
    }
    if (at == page_) {
      memory_[at] = byte;
    }
    if (writable_.contains(at)) {
      const auto mask = write_mask_.find(at);
      const unsigned changed = mask == write_mask_.end() ? 0xFFU : mask->second;
      memory_[at] = static_cast<std::uint8_t>((memory_[at] & ~changed) | (byte & changed));
    }
  }

  void read(unsigned start, std::span<std::uint8_t> in) {
    Memory seen = memory_;
    for (const Condition& condition : conditions_) {
      if (!condition.holds(std::span(memory_).subspan(condition.reg))) {
        for (const auto& [reg, bytes] : condition.otherwise) {
          store(seen, reg, bytes);
        }
      }
    }
    const Bytes* overlay = nullptr;
    const auto sequence = sequences_.find(start);
    if (sequence != sequences_.end() && !in.empty()) {
      std::size_t& turn = turns_[start];
      overlay = &sequence->second[std::min(turn, sequence->second.size() - 1)];
      ++turn;
    }
    for (std::size_t at = 0; at < in.size(); ++at) {
      if (!increments_ && at > 0) {
        in[at] = 0xFF;
        continue;
      }
      const unsigned step = high_and_low_ ? 0x10U : 1U;
      const auto number = static_cast<unsigned>((start + at * step) % 256);
      unsigned byte = overlay != nullptr && at < overlay->size() ? (*overlay)[at] : seen[number];
      if (const auto mask = read_and_.find(number); mask != read_and_.end()) {
        byte &= mask->second;
      }
      if (const auto mask = read_or_.find(number); mask != read_or_.end()) {
        byte |= mask->second;
      }
      in[at] = static_cast<std::uint8_t>(byte);
    }
  }

  Memory initial_{};
  Memory memory_{};
  std::vector<Condition> conditions_;
  std::optional<Condition> reset_;
  std::set<unsigned> writable_;
  std::map<unsigned, std::vector<Bytes>> sequences_;
  std::map<unsigned, std::size_t> turns_;
  Masks write_mask_;
  Masks read_and_;
  Masks read_or_;
  bool pairs_ = false;
  bool increments_ = true;
  bool high_and_low_ = false;
  unsigned pointer_ = 0;
  unsigned page_ = no_page;
};

}  // namespace

std::unique_ptr<Part> make_byte_registers(const nlohmann::json& model) {
  return std::make_unique<ByteRegisters>(model);
}

}  // namespace prometheus_express::simulated
