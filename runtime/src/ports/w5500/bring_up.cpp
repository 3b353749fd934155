// From a chip in any state to one that serves, and the watch over it. Every step ends at a time of its own.
#include <algorithm>
#include <array>

#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/socket_user.hpp"

namespace prometheus_express::w5500 {
namespace {

// RTR in 100 us and RCR (4.1): 0.2, 0.4, 0.8, 1.6 and 3.2 s; then the connection is lost. 1 s for an address that nobody has.
constexpr std::uint16_t retransmission_time = 2000;
constexpr std::uint8_t retransmissions = 4;

// Sn_KPALVTR: peers that are idle are asked every 10 s whether they are still there.
constexpr std::uint8_t keep_alive = 2;

constexpr std::size_t up_to_own_address = 19;      // registers from MR to SIPR
constexpr std::size_t up_to_retransmissions = 28;  // from MR to RCR
constexpr std::size_t up_to_phy = 47;              // from MR to PHYCFGR
constexpr std::uint8_t every_socket = 0xFF;        // SIMR
constexpr std::uint8_t every_event = 0xFF;         // Sn_IMR
constexpr unsigned attempts = 3;                   // at something that a disturbance may have spoiled

/// The chip's own: what happened.
bool is_of_the_chip(std::size_t at) { return at == common::interrupts || at == common::socket_events; }

}  // namespace

/// The chip is lost, and all connections with it.
void Ethernet::reset() {
  if (step_ == Step::renumbering) {
    addresses_ = next_addresses_;
  }
  context_.may_open = false;
  for (Stream& stream : streams()) {
    stream.lose(context_, transport::State::reset);
  }
  begin_reset();
}

void Ethernet::begin_reset() {
  ++context_.statistics.resets;
  context_.doubt = context_.stuck = context_.may_open = false;
  listening_ = false;
  begin_waiting();
  const bool wired = configuration_.pins != nullptr && configuration_.pins->drive_reset(true);
  step_ = wired ? Step::reset_low : Step::before_reset;
}

Duration Ethernet::bring_up() {
  const Duration passed = context_.now - since_;
  switch (step_) {
    case Step::reset_low:
      if (passed < reset_pulse) {
        return reset_pulse;
      }
      (void)configuration_.pins->drive_reset(false);
      break;
    case Step::before_reset:
      if (passed < reset_time) {
        return reset_time;
      }
      (void)chip_.write8(Block::common, common::mode, mode_reset);
      break;
    default:
      if (passed < reset_time) {
        return reset_time;
      }
      return bring_up_after_reset(passed);
  }
  step_ = Step::after_reset;
  begin_waiting();
  return reset_time;
}

/// From the next poll on: what the step began with may have taken long on its bus.
void Ethernet::begin_waiting() {
  since_ = context_.now;
  is_waiting_ = false;
}

Duration Ethernet::bring_up_after_reset(Duration passed) {
  const Answer answer = ask_after_reset();
  if (answer == Answer::done && configure()) {
    absent_ = false;
    step_ = Step::running;
    checked_ = swept_ = context_.now;
    return {};
  }
  if (answer == Answer::not_heard || passed >= answer_limit) {
    absent_ = absent_ || answer == Answer::none;
    begin_reset();
  }
  return reset_time;
}

/// Whether the chip answers, and has forgotten all: one that did not hear of the reset has not, and its sockets are open.
Ethernet::Answer Ethernet::ask_after_reset() {
  std::uint8_t version = 0;
  std::array<std::uint8_t, up_to_own_address> registers = {};
  if (!chip_.read(Block::common, common::version, std::span(&version, 1)) || version != chip_version ||
      !chip_.read(Block::common, common::mode, registers) || registers[0] != 0) {
    return Answer::none;
  }
  return std::all_of(registers.begin(), registers.end(), [](std::uint8_t byte) { return byte == 0; })
             ? Answer::done
             : Answer::not_heard;
}

/// Buffers first, since a socket's memory lies behind that of those before it.
bool Ethernet::configure() {
  const auto wanted = settings();
  if (!write_sizes() ||
      !chip_.write(Block::common, common::socket_mask, std::span(wanted).subspan(common::socket_mask)) ||
      !write_settings()) {
    return false;
  }
  const Layout& layout = configuration_.layout;
  const auto streams = static_cast<std::uint8_t>(layout.streams());
  for (std::uint8_t number = 0; number < streams; ++number) {
    const bool server = number < layout.servers.sockets;
    Stream& stream = streams_[number];
    stream.start(server ? Stream::Role::server : Stream::Role::client, number, layout.kib_of(number));
    stream.set_up(context_, server ? configuration_.port : std::uint16_t{0});
    (void)chip_.write8(registers_of(number), socket::keep_alive, keep_alive);
  }
  if (user_ != nullptr && layout.datagrams.sockets != 0) {
    user_->start(streams, layout.datagrams.kib);
  }
  context_.may_open = !addresses_.own.is_zero();
  return true;
}

/// Those that shrink first, so that there are never more than 16 KiB in all.
bool Ethernet::write_sizes() {
  constexpr unsigned kib_after_reset = 2;
  for (const bool shrink : {true, false}) {
    for (std::uint8_t number = 0; number < sockets_of_chip; ++number) {
      const std::uint8_t kib = configuration_.layout.kib_of(number);
      const std::array<std::uint8_t, 2> sizes = {kib, kib};
      std::array<std::uint8_t, 2> written = {};
      if (kib != kib_after_reset && (kib < kib_after_reset) == shrink &&
          (!chip_.write(registers_of(number), socket::buffer_sizes, sizes) ||
           !chip_.read(registers_of(number), socket::buffer_sizes, written) || written != sizes)) {
        return false;
      }
    }
  }
  return true;
}

/// MR to RCR as they should be.
std::array<std::uint8_t, 28> Ethernet::settings() const {
  std::array<std::uint8_t, up_to_retransmissions> bytes = {};
  auto* end = bytes.begin() + 1;
  end = std::copy(addresses_.gateway.bytes.begin(), addresses_.gateway.bytes.end(), end);
  end = std::copy(addresses_.mask.bytes.begin(), addresses_.mask.bytes.end(), end);
  end = std::copy(configuration_.mac.begin(), configuration_.mac.end(), end);
  std::copy(addresses_.own.bytes.begin(), addresses_.own.bytes.end(), end);
  bytes[common::socket_mask] = every_socket;
  bytes[common::socket_mask + 1] = retransmission_time >> 8U;
  bytes[common::socket_mask + 2] = retransmission_time & 0xFFU;
  bytes[common::socket_mask + 3] = retransmissions;
  return bytes;
}

bool Ethernet::write_settings() {
  const auto bytes = settings();
  return chip_.write(Block::common, common::gateway,
                     std::span(bytes).first(up_to_own_address).subspan(common::gateway)) &&
         check();
}

/// Whether this is the chip as we left it. One that was reset behind our back has no address; a disturbed write may have
/// changed anything. A register is right once it was read so.
bool Ethernet::check() {
  const auto wanted = settings();
  std::array<bool, up_to_retransmissions> right = {};
  bool phy_is_right = false;
  bool version_is_right = false;
  for (unsigned left = attempts; left != 0; --left) {
    std::uint8_t version = 0;
    std::array<std::uint8_t, up_to_phy> registers = {};
    if (!chip_.read(Block::common, common::mode, registers) ||
        !chip_.read(Block::common, common::version, std::span(&version, 1))) {
      continue;
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) {
      right[at] = right[at] || is_of_the_chip(at) || registers[at] == wanted[at];
    }
    phy_is_right = phy_is_right || (registers[common::phy] & phy_mode) == phy_default;
    version_is_right = version_is_right || version == chip_version;
    if (phy_is_right && version_is_right &&
        std::all_of(right.begin(), right.end(), [](bool one) { return one; })) {
      check_conflict(registers[common::interrupts]);
      check_link(registers[common::phy]);
      return true;
    }
  }
  return false;
}

/// The same of what is written into a socket once and not seen when it is observed. Nothing else would find that a buffer has
/// another size than we think.
bool Ethernet::check_socket(std::uint8_t number) {
  const std::uint8_t kib = configuration_.layout.kib_of(number);
  const std::uint8_t period = number < configuration_.layout.streams() ? keep_alive : std::uint8_t{0};
  for (unsigned left = attempts; left != 0; --left) {
    std::array<std::uint8_t, 2> sizes = {};
    std::array<std::uint8_t, 4> others = {};  // IMR FRAG KPALVTR
    if (chip_.read(registers_of(number), socket::buffer_sizes, sizes) && sizes[0] == kib && sizes[1] == kib &&
        chip_.read(registers_of(number), socket::event_mask, others) && others[0] == every_event &&
        others[3] == period) {
      return true;
    }
  }
  return false;
}

void Ethernet::check_conflict(std::uint8_t interrupts) {
  if (interrupts == 0) {
    return;
  }
  (void)chip_.write8(Block::common, common::interrupts, interrupts);
  if ((interrupts & interrupt_conflict) != 0) {
    ++context_.statistics.address_conflicts;
  }
}

/// The link counts as changed once two readings say so.
void Ethernet::check_link(std::uint8_t status) {
  if (((status & phy_link) != 0) != link_ && chip_.read(Block::common, common::phy, std::span(&status, 1)) &&
      ((status & phy_link) != 0) != link_) {
    link_ = !link_;
    unlinked_ = context_.now;
    context_.statistics.link_losses += link_ ? 0U : 1U;
  }
  if (!link_ && context_.now - unlinked_ > link_limit) {
    unlinked_ = context_.now;
    for (Stream& stream : streams()) {
      stream.leave(context_);
    }
  }
}

void Ethernet::set_addresses(const internet::Addresses& addresses) {
  next_addresses_ = addresses;
  if (!is_running()) {
    if (step_ != Step::renumbering) {
      addresses_ = addresses;
    }
    return;
  }
  if (addresses.own == addresses_.own && addresses.mask == addresses_.mask &&
      addresses.gateway == addresses_.gateway) {
    addresses_ = addresses;
    return;
  }
  step_ = Step::renumbering;
  since_ = context_.now;
  context_.may_open = false;
  for (Stream& stream : streams()) {
    stream.leave(context_);
  }
}

/// Goes on with the new addresses once no socket is open with the old ones.
void Ethernet::renumber() {
  for (const Stream& stream : streams()) {
    if (!stream.is_closed()) {
      if (context_.now - since_ > renumbering_limit) {
        reset();
      }
      return;
    }
  }
  addresses_ = next_addresses_;
  if (!write_settings()) {
    ++context_.statistics.silences;
    reset();
    return;
  }
  step_ = Step::running;
  context_.may_open = !addresses_.own.is_zero();
}

}  // namespace prometheus_express::w5500
