#include "common_registers.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr Microseconds unit = 100;  // of RTR

}  // namespace

void CommonRegisters::reset() {
  bytes_ = {};
  bytes_[common::rtr] = 0x07;
  bytes_[common::rtr + 1U] = 0xD0;
  bytes_[common::rcr] = 8;
  bytes_[0x1C] = 0x28;                 // PTIMER
  bytes_[0x26] = bytes_[0x27] = 0xFF;  // PMRU
  bytes_[common::phycfgr] = 0xB8;
  bytes_[common::versionr] = 0x04;
}

Microseconds CommonRegisters::arp_timeout() const {
  return retransmission() * unit * (bytes_[common::rcr] + 1U);
}

Microseconds CommonRegisters::tcp_timeout() const {
  Microseconds sum = 0;
  unsigned wait = retransmission();
  for (unsigned attempt = 0; attempt <= bytes_[common::rcr]; ++attempt) {
    sum += wait * unit;
    wait = wait * 2 > 0xFFFF ? wait : wait * 2;
  }
  return sum;
}

}  // namespace prometheus_express::simulated_w5500
