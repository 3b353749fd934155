// What the datasheet leaves open, and how this chip does it: a driver has to be right with each of these.
//
//   Answers answers = Answers::any(seed);         // drawn
//   answers.set("send-ok", "transmitted");
#pragma once

#include <cstdint>
#include <prometheus_express/ports/simulated_w5500/simulated_w5500_linked.hpp>
#include <string>
#include <string_view>

namespace prometheus_express::simulated_w5500 {

struct Answers {
  /// Windows for which a command stays in Sn_CR, or as many as `longest_command`, drawn for each.
  unsigned command_windows = 2;
  bool command_windows_vary = false;
  static constexpr unsigned longest_command = 9;

  bool pointers_start_at_zero = false;    // at OPEN and again while connecting; else anywhere
  bool pointers_read_as_written = false;  // Sn_TX_WR and Sn_RX_RD; else as of the last SEND and RECV
  bool send_ok_when_transmitted = false;  // else once the peer has acknowledged all
  bool reset_is_silent = false;           // a RST of the peer sets nothing in Sn_IR; else DISCON
  bool mask_hides_events = false;         // Sn_IMR masks Sn_IR too; else SIR and INTn only
  bool recv_comes_again = false;          // the event, when the command leaves data behind
  bool fin_wait_times_out = false;        // after RTR and RCR; else it lasts as long as the peer likes
  bool fin_wait_discards = false;         // what arrives then; else it is received
  bool unheard_syn_is_accepted = false;   // and reset; else refused
  bool any_listener_takes_syn = false;    // else that of the lowest number

  /// All of them drawn, the same ones from the same seed.
  [[nodiscard]] static Answers any(std::uint32_t seed);

  /// Sets one by its name: `command` to a number of windows or `vary`, the others to one of their two words, see `text`.
  /// False for what is neither.
  [[nodiscard]] bool set(std::string_view name, std::string_view word);

  /// All of them as `name=word`, a blank between.
  [[nodiscard]] std::string text() const;
};

}  // namespace prometheus_express::simulated_w5500
