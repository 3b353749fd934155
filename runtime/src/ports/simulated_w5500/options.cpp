#include "prometheus_express/ports/simulated_w5500/options.hpp"

#include <optional>

#include "datagram.hpp"
#include "numbers.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

template <typename Value>
bool assign(Value& value, const std::optional<Value>& read) {
  value = read.value_or(value);
  return read.has_value();
}

/// `ADDRESS` or `ADDRESS:PORT`.
std::optional<Place> read_place(std::string_view text) {
  const auto colon = text.find(':');
  const auto address = read_address(text.substr(0, colon));
  const auto port =
      colon == std::string_view::npos ? std::uint16_t{0} : read_number<std::uint16_t>(text.substr(colon + 1));
  return address && port ? std::optional(Place{*address, *port}) : std::nullopt;
}

}  // namespace

bool Options::set(std::string_view name, std::string_view value) {
  const auto equals = value.find('=');
  const std::string_view left = value.substr(0, equals);
  const std::string_view right =
      equals == std::string_view::npos ? std::string_view{} : value.substr(equals + 1);
  if (name == "port-offset") {
    return assign(port_offset, read_number<std::uint16_t>(value));
  }
  if (name == "port") {
    const auto chip = read_number<std::uint16_t>(left);
    const auto machine = read_number<std::uint16_t>(right);
    return chip && machine && assign(ports[*chip], machine);
  }
  if (name == "seed") {
    return assign(seed, read_number<std::uint32_t>(value));
  }
  if (name == "answer") {
    return answers.set(left, right);
  }
  if (name == "answers") {
    const auto drawn = read_number<std::uint32_t>(value);
    answers = drawn ? Answers::any(*drawn) : answers;
    return drawn.has_value();
  }
  if (name == "gateway") {
    return assign(gateway, read_address(value));
  }
  if (name == "host") {
    return assign(host, read_address(value));
  }
  if (name == "lease") {
    return assign(dhcp.lease, read_number<std::uint32_t>(value));
  }
  if (name == "name") {
    const auto address = read_address(right);
    if (address) {
      dns.names.emplace(left, *address);
    }
    return address.has_value();
  }
  if (name == "remote") {
    const auto far = read_place(left);
    const auto near = read_place(right);
    if (far && near) {
      remotes.push_back({far->address, far->port, near->address, near->port});
    }
    return far && near;
  }
  return false;
}

}  // namespace prometheus_express::simulated_w5500
