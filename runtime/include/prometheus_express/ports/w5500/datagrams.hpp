// Datagrams over one socket of a W5500, for those who ask and are answered: DHCP, DNS, SNTP (see internet/asker.hpp).
//
//   w5500::Datagrams datagrams(ethernet);
//   datagrams.add(dhcp);                      // the addresses that it gets become the chip's
//   datagrams.add(resolver);
//
// One asks at a time: the socket is opened for a question and closed behind its answer. Whoever was added first goes first.
#pragma once

#include <array>
#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/asker.hpp"
#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/socket.hpp"
#include "prometheus_express/ports/w5500/socket_user.hpp"

namespace prometheus_express::w5500 {

class Datagrams final : public SocketUser {
 public:
  /// Longest time in which a socket opens or closes, and a datagram without an answer is sent.
  static constexpr Duration step_limit = Duration::seconds(1);

  explicit Datagrams(Ethernet& ethernet) : ethernet_(ethernet) { ethernet.set_user(*this); }

  /// `asker` must outlive this.
  void add(internet::Asker& asker) { askers_.add(asker); }

  void start(std::uint8_t number, std::uint8_t kib) override;
  void(poll)(bool event) override;

 private:
  enum class Step : std::uint8_t { idle, opening, waiting, closing };

  static constexpr std::size_t head_size = 8;  // before each datagram: address, port, length (4.2, UDP)

  void note_changes();
  void begin();
  [[nodiscard]] bool may_send(const internet::Endpoint& to) const;
  void(open)();
  [[nodiscard]] bool(send)();
  void wait();
  bool receive();
  bool hear(std::uint32_t received);
  void end(bool answered);
  void(close)();

  Ethernet& ethernet_;
  internet::AskerList askers_;
  internet::Asker* asker_ = nullptr;  // who asks
  internet::Question question_;
  Socket socket_;
  internet::Addresses told_;     // to the askers
  std::uint32_t conflicts_ = 0;  // likewise
  Time since_;                   // in this step
  Step step_ = Step::idle;
  std::uint16_t rx_read_ = 0;  // where the next datagram is
  std::uint8_t rejected_ = 0;
  bool started_ = false;  // since the askers were told
  bool had_link_ = false;
  bool look_ = false;
  std::array<std::uint8_t, internet::Asker::largest_datagram> memory_ = {};
};

}  // namespace prometheus_express::w5500
