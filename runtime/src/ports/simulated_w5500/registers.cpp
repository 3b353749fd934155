#include "registers.hpp"

namespace prometheus_express::simulated_w5500 {

Access common::access(std::uint16_t offset) {
  if (offset == ir) {
    return Access::write_one_clears;
  }
  if (offset == sir || (offset >= uipr && offset < phycfgr) || offset == versionr) {
    return Access::read_only;
  }
  return offset > phycfgr ? Access::reserved : Access::read_write;
}

Access socket_register::access(std::uint16_t offset) {
  switch (offset) {
    case cr:
      return Access::command;
    case ir:
      return Access::write_one_clears;
    case sr:
    case tx_fsr:
    case tx_fsr + 1:
    case tx_rd:
    case tx_rd + 1:
    case rx_rsr:
    case rx_rsr + 1:
    case rx_wr:
    case rx_wr + 1:
      return Access::read_only;
    default:
      return offset == 0x14 || (offset >= 0x17 && offset < rxbuf_size) || offset >= end ? Access::reserved
                                                                                        : Access::read_write;
  }
}

const char* socket_register::name(std::uint16_t offset) {
  switch (offset) {
    case mr:
      return "Sn_MR";
    case sr:
      return "Sn_SR";
    case port:
    case port + 1:
      return "Sn_PORT";
    case mssr:
    case mssr + 1:
      return "Sn_MSSR";
    case tos:
      return "Sn_TOS";
    case ttl:
      return "Sn_TTL";
    case tx_fsr:
    case tx_fsr + 1:
      return "Sn_TX_FSR";
    case tx_rd:
    case tx_rd + 1:
      return "Sn_TX_RD";
    case tx_wr:
    case tx_wr + 1:
      return "Sn_TX_WR";
    case rx_rsr:
    case rx_rsr + 1:
      return "Sn_RX_RSR";
    case rx_rd:
    case rx_rd + 1:
      return "Sn_RX_RD";
    case rx_wr:
    case rx_wr + 1:
      return "Sn_RX_WR";
    default:
      return "a register";
  }
}

const char* name(Command command) {
  switch (command) {
    case Command::open:
      return "OPEN";
    case Command::listen:
      return "LISTEN";
    case Command::connect:
      return "CONNECT";
    case Command::discon:
      return "DISCON";
    case Command::close:
      return "CLOSE";
    case Command::send:
      return "SEND";
    case Command::send_mac:
      return "SEND_MAC";
    case Command::send_keep:
      return "SEND_KEEP";
    case Command::recv:
      return "RECV";
    case Command::none:
      break;
  }
  return nullptr;
}

const char* name(State state) {
  switch (state) {
    case State::closed:
      return "CLOSED";
    case State::init:
      return "INIT";
    case State::listen:
      return "LISTEN";
    case State::syn_sent:
      return "SYNSENT";
    case State::syn_received:
      return "SYNRECV";
    case State::established:
      return "ESTABLISHED";
    case State::fin_wait:
      return "FIN_WAIT";
    case State::closing:
      return "CLOSING";
    case State::time_wait:
      return "TIME_WAIT";
    case State::close_wait:
      return "CLOSE_WAIT";
    case State::last_ack:
      return "LAST_ACK";
    case State::udp:
      return "UDP";
    case State::macraw:
      return "MACRAW";
  }
  return "an unknown state";
}

}  // namespace prometheus_express::simulated_w5500
