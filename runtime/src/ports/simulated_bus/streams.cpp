// Parts without registers: read-only streams, converters on SPI, and what stands for no part at all.
#include <nlohmann/json.hpp>

#include "hex.hpp"
#include "kinds.hpp"

namespace prometheus_express::simulated {
namespace {

class Absent final : public Part {
 public:
  bus::Outcome transfer(std::span<const std::uint8_t> /*out*/, std::span<std::uint8_t> /*in*/) override {
    return bus::Outcome::nack;
  }
  void window(std::span<const std::uint8_t> /*out*/, std::span<std::uint8_t> in) override {
    for (std::uint8_t& byte : in) {
      byte = 0xFF;
    }
  }
  void set(std::string_view /*place*/, std::string_view /*hex*/) override {}
  void power_cycle() override {}
};

/// Sends the same bytes in every window, then `after`.
class Stream final : public Part {
 public:
  Stream(Bytes bytes, bool repeats) : bytes_(std::move(bytes)), repeats_(repeats) {}

  bus::Outcome transfer(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    window(out, in);
    return bus::Outcome::ok;
  }
  void window(std::span<const std::uint8_t> /*out*/, std::span<std::uint8_t> in) override {
    for (std::size_t at = 0; at < in.size(); ++at) {
      in[at] = repeats_ ? bytes_[at % bytes_.size()] : at < bytes_.size() ? bytes_[at] : std::uint8_t{0xFF};
    }
  }
  void set(std::string_view /*place*/, std::string_view hex) override { bytes_ = read_hex(hex); }
  void power_cycle() override {}

 private:
  Bytes bytes_;
  bool repeats_;
};

/// A converter that looks for its start bit wherever it is: MCP3008 (10 bits) and MAX1111 (8 bits).
class Converter final : public Part {
 public:
  Converter(std::vector<unsigned> codes, unsigned bits, bool off)
      : codes_(std::move(codes)), bits_(bits), off_(off) {}

  bus::Outcome transfer(std::span<const std::uint8_t> /*out*/, std::span<std::uint8_t> /*in*/) override {
    return bus::Outcome::nack;
  }

  void window(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override {
    const std::size_t length = out.size() * 8;
    const auto sent = [&out](std::size_t at) { return out[at / 8] >> (7 - at % 8) & 1U; };
    std::size_t start = 0;
    while (start < length && sent(start) == 0) {
      ++start;
    }
    for (std::uint8_t& byte : in) {
      byte = 0;
    }
    const std::size_t control = bits_ == 10 ? 5 : 8;  // bits from the start bit on
    if (start + control > length) {
      return;
    }
    unsigned word = 0;
    for (std::size_t at = 0; at < control; ++at) {
      word = word << 1U | sent(start + at);
    }
    // MCP3008: one clock to sample, a zero, then the code. MAX1111: two zeros, then the code.
    const std::size_t first = start + control + 2;
    unsigned code = bits_ == 10 ? converted_by_mcp3008(word) : converted_by_max1111(word);
    if (off_) {
      code = (1U << bits_) - 1;
      off_ = false;
    }
    for (unsigned bit = 0; bit < bits_ && first + bit < length; ++bit) {
      const std::size_t at = first + bit;
      in[at / 8] = static_cast<std::uint8_t>(in[at / 8] | (code >> (bits_ - 1 - bit) & 1U) << (7 - at % 8));
    }
  }

  void set(std::string_view place, std::string_view hex) override {
    const Bytes bytes = read_hex(hex);
    unsigned code = 0;
    for (const std::uint8_t byte : bytes) {
      code = code << 8U | byte;
    }
    if (const unsigned input = read_number(place); input < codes_.size()) {
      codes_[input] = code;
    }
  }
  void power_cycle() override { off_ = false; }

 private:
  [[nodiscard]] unsigned code(unsigned input) const { return input < codes_.size() ? codes_[input] : 0; }

  [[nodiscard]] unsigned converted_by_mcp3008(unsigned word) const {
    return (word & 0x8U) != 0 ? code(word & 7U) : 0;  // single-ended only
  }

  [[nodiscard]] unsigned converted_by_max1111(unsigned word) const {
    const bool works = (word & 0x0EU) == 0x0EU;  // unipolar, single-ended, powered
    return works ? code((word >> 6U & 1U) | (word >> 4U & 2U)) : 0;
  }

  std::vector<unsigned> codes_;
  unsigned bits_;
  bool off_;  // left powered down: the first conversion is of a reference that has not settled
};

}  // namespace

std::unique_ptr<Part> make_absent() { return std::make_unique<Absent>(); }

std::unique_ptr<Part> make_stream(const nlohmann::json& model) {
  return std::make_unique<Stream>(read_hex(model.at("miso").get<std::string>()), false);
}

std::unique_ptr<Part> make_stuck(const nlohmann::json& model) {
  return std::make_unique<Stream>(read_hex(model.at("miso").get<std::string>()), true);
}

std::unique_ptr<Part> make_converter(const nlohmann::json& model, unsigned bits) {
  return std::make_unique<Converter>(model.at("codes").get<std::vector<unsigned>>(), bits,
                                     model.value("powered_down", false));
}

}  // namespace prometheus_express::simulated
