// Parts that take commands: a write selects what the following reads return.
#include <algorithm>
#include <map>
#include <set>

#include "hex.hpp"
#include "kinds.hpp"
#include "model_section.hpp"

namespace prometheus_express::simulated {
namespace {

// g++ 12 at -O3 takes vector's own comparison for one that reads too much.
struct Order {
  bool operator()(const Bytes& left, const Bytes& right) const {
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
  }
};

class Commands final : public Part {
 public:
  explicit Commands(const nlohmann::json& model) {
    for (const auto& response : section(model, "responses")) {
      responses_[hex_of(response, "write")] = hex_of(response, "read");
    }
    for (const auto& response : section(model, "prefix_responses")) {
      prefixes_.emplace_back(hex_of(response, "write_prefix"), hex_of(response, "read"));
    }
    for (const auto& command : section(model, "nack_for")) {
      slow_.insert(read_hex(command.get<std::string>()));
    }
    for (const auto& [command, list] : section(model, "sequence").items()) {
      for (const auto& hex : list) {
        sequences_[read_hex(command)].push_back(read_hex(hex.get<std::string>()));
      }
    }
    for (const auto& state : section(model, "left_over")) {
      LeftOver one;
      for (const auto& command : section(state, "until")) {
        one.until.insert(read_hex(command.get<std::string>()));
      }
      for (const auto& response : section(state, "responses")) {
        one.responses[hex_of(response, "write")] = hex_of(response, "read");
      }
      one.deaf = state.value("deaf", false);
      left_over_.push_back(one);
    }
    nack_reads_ = model.value("nack_reads", 0);
    busy_reads_ = model.value("busy_reads", 0);
    if (model.contains("status_read")) {
      status_ = read_hex(model["status_read"].get<std::string>());
    }
    needs_gap_ = model.value("gap", "") == "separate";
    begin();
  }

  void power_cycle() override {
    left_over_.clear();
    begin();
  }

  void set(std::string_view place, std::string_view hex) override {
    const Bytes command = read_hex(place);
    for (auto& [prefix, reply] : prefixes_) {
      if (prefix == command) {
        reply = read_hex(hex);
        return;
      }
    }
    responses_[command] = read_hex(hex);
  }

  bus::Outcome transfer(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    if (!out.empty() && !command({out.begin(), out.end()})) {
      return bus::Outcome::nack;
    }
    if (in.empty()) {
      return bus::Outcome::ok;
    }
    if (nacks_left_ != 0) {
      nacks_left_ -= nacks_left_ > 0 ? 1 : 0;
      return bus::Outcome::nack;
    }
    return answer(in, needs_gap_ && !out.empty());
  }

  void window(std::span<const std::uint8_t> /*out*/, std::span<std::uint8_t> /*in*/) override {}

 private:
  static Bytes hex_of(const nlohmann::json& response, const char* key) {
    return read_hex(response.at(key).get<std::string>());
  }

  /// What an earlier program has left, until all of the commands under `until` have been written: other replies, and a
  /// part that is deaf to everything else.
  struct LeftOver {
    std::set<Bytes, Order> until;
    std::map<Bytes, Bytes, Order> responses;
    bool deaf = false;
  };

  void begin() {
    reply_.clear();
    nacks_left_ = 0;
    busy_left_ = busy_reads_;
    turns_.clear();
  }

  /// Whether the part takes it.
  bool command(const Bytes& bytes) {
    for (LeftOver& state : left_over_) {
      const bool ends = state.until.erase(bytes) != 0;
      if (state.deaf && !ends && !state.until.empty()) {
        return false;
      }
    }
    std::erase_if(left_over_, [](const LeftOver& state) { return state.until.empty(); });
    writes_.push_back({"", bytes});
    last_ = bytes;
    reply_.clear();
    nacks_left_ = slow_.contains(bytes) ? nack_reads_ : 0;
    for (const LeftOver& state : left_over_) {
      if (const auto found = state.responses.find(bytes); found != state.responses.end()) {
        reply_ = found->second;
        return true;
      }
    }
    select(bytes);
    return true;
  }

  void select(const Bytes& bytes) {
    if (const auto found = responses_.find(bytes); found != responses_.end()) {
      reply_ = found->second;
      return;
    }
    for (const auto& [prefix, reply] : prefixes_) {
      if (bytes.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), bytes.begin())) {
        reply_ = reply;
        nacks_left_ = slow_.contains(prefix) ? nack_reads_ : nacks_left_;
        return;
      }
    }
  }

  bus::Outcome answer(std::span<std::uint8_t> in, bool too_early) {
    if (!status_.empty() && in.size() == 1) {
      const bool busy = busy_left_ != 0;  // below 0: for ever
      busy_left_ -= busy_left_ > 0 ? 1 : 0;
      in[0] = static_cast<std::uint8_t>(status_[0] | (busy ? 0x80U : 0U));
      return bus::Outcome::ok;
    }
    Bytes reply = reply_;
    if (const auto sequence = sequences_.find(last_); sequence != sequences_.end()) {
      std::size_t& turn = turns_[last_];
      reply = sequence->second[std::min(turn, sequence->second.size() - 1)];
      ++turn;
    }
    if (reply.empty()) {
      return bus::Outcome::nack;
    }
    for (std::size_t at = 0; at < in.size(); ++at) {
      in[at] = at < reply.size() && !too_early ? reply[at] : std::uint8_t{0xFF};
    }
    return bus::Outcome::ok;
  }

  std::map<Bytes, Bytes, Order> responses_;
  std::vector<std::pair<Bytes, Bytes>> prefixes_;
  std::map<Bytes, std::vector<Bytes>, Order> sequences_;
  std::map<Bytes, std::size_t, Order> turns_;
  std::set<Bytes, Order> slow_;
  std::vector<LeftOver> left_over_;
  Bytes status_;
  Bytes reply_;
  Bytes last_;
  int nack_reads_ = 0;
  int nacks_left_ = 0;
  int busy_reads_ = 0;
  int busy_left_ = 0;
  bool needs_gap_ = false;
};

}  // namespace

std::unique_ptr<Part> make_commands(const nlohmann::json& model) { return std::make_unique<Commands>(model); }

}  // namespace prometheus_express::simulated
