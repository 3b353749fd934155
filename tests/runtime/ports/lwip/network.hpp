// Both ends of connections in one lwIP, joined by its loopback interface; time passes and packets arrive when a test says so.
#pragma once

#include <gtest/gtest.h>
#include <lwip/opt.h>
#include <lwip/tcp.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "prometheus_express/ports/lwip.hpp"

namespace prometheus_express::lwip {

/// lwIP's memory, all of it.
struct Heap {
  long used = 0;         // allocations that are not freed
  long allocations = 0;  // so far
  long refused_at = -1;  // the number of the one that is refused
  long refuse_next = 0;  // so many from now on
  bool refuse_all = false;
};
extern Heap heap;

/// Lets packets arrive until none is under way.
void exchange();

/// Lets time pass, in steps of 250 ms, and packets arrive in it.
void pass(unsigned milliseconds);

/// A client of the port that the tests listen on, by lwIP's raw API.
class Client {
 public:
  static constexpr std::uint16_t port = 8080;

  Client() = default;
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { reset(); }

  /// False when lwIP has no memory for it.
  bool connect();
  /// Queues all of it, or as much as lwIP takes at once; returns how much.
  std::size_t send(std::string_view bytes);
  void end();
  void reset();
  /// Whether what arrives is acknowledged to the sender as read; otherwise the window fills up.
  void read(bool reads);

  bool connected = false;
  bool ended = false;  // the server's stream has
  bool lost = false;   // a reset, or lwIP gave it up
  int deliveries = 0;
  std::string received;
  tcp_pcb* block = nullptr;

 private:
  static err_t on_connected(void* client, tcp_pcb* block, err_t error);
  static err_t on_received(void* client, tcp_pcb* block, pbuf* packet, err_t error);
  static void on_lost(void* client, err_t error);

  bool reads_ = true;
  std::size_t unread_ = 0;
};

/// A transport that listens, for three clients while two more may wait. Whatever a test did: with all given up, lwIP holds
/// no more memory than before.
class LwipTest : public testing::Test {
 protected:
  LwipTest();
  ~LwipTest() override;

  /// Accepts the client that waits, which must be there.
  void accept(transport::Slot slot);
  /// Takes what there is now.
  std::string take(transport::Slot slot);
  transport::Link last_link = transport::Link::open;  // of the last take

  Tcp<3, 2> tcp;

 private:
  long used_before_ = 0;
};

}  // namespace prometheus_express::lwip
