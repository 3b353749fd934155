#include "client_peers.hpp"

#include <lwip/dns.h>

#include <algorithm>

namespace prometheus_express::lwip {

using transport::Link;
using transport::Transfer;

constexpr std::uint16_t name_server_port = 53;

void PeerPlace::open(Peer peer, std::uint16_t port) {
  peer_ = peer;
  EXPECT_EQ(tcp_.listen(port), Status::ok);
}

void PeerPlace::step() {
  for (transport::Slot slot = 0; slot < most; ++slot) {
    if (!guests_[slot].used && tcp_.waiting() && tcp_.accept(slot)) {
      guests_[slot] = {};
      guests_[slot].used = true;
      guests_[slot].to_send = peer_ == Peer::sends_at_once ? conformance::long_answer : 0;
      last_ = slot;
      if (peer_ == Peer::ends_at_once) {
        tcp_.finish(slot);
        guests_[slot].ended_by_us = true;
      }
      if (peer_ == Peer::resets_at_once) {
        tcp_.abort(slot);
        guests_[slot].used = false;
      }
    }
    if (guests_[slot].used) {
      attend(slot);
    }
  }
}

void PeerPlace::attend(transport::Slot slot) {
  Guest& guest = guests_[slot];
  if (peer_ == Peer::hoards && ++guest.steps < steps_until_full) {
    return;
  }
  read(slot);
  if (guest.used) {
    write(slot);
  }
  if (guest.used && guest.seen.ended && guest.ended_by_us) {
    tcp_.close(slot);
    guest.used = false;
  }
}

void PeerPlace::read(transport::Slot slot) {
  Guest& guest = guests_[slot];
  char bytes[2000];
  const std::size_t most_now =
      peer_ == Peer::resets_later ? conformance::short_question - guest.seen.bytes : sizeof bytes;
  const Transfer taken = tcp_.take(slot, std::span(bytes).first(most_now));
  for (std::uint32_t at = 0; at < taken.bytes; ++at) {
    guest.seen.in_order = guest.seen.in_order && bytes[at] == conformance::pattern(guest.seen.bytes + at);
  }
  guest.seen.bytes += static_cast<std::uint32_t>(taken.bytes);
  guest.seen.ended = taken.link == Link::ended;
  const bool is_done = peer_ == Peer::resets_later && guest.seen.bytes == conformance::short_question;
  if (taken.link == Link::failed || is_done) {
    guest.seen.reset = taken.link == Link::failed;
    tcp_.abort(slot);
    guest.used = false;
  }
  if (peer_ == Peer::echoes) {
    guest.to_send = guest.seen.bytes;
  }
  if (peer_ == Peer::answers_an_end && guest.seen.ended) {
    guest.to_send = conformance::long_answer;
  }
}

void PeerPlace::write(transport::Slot slot) {
  Guest& guest = guests_[slot];
  char bytes[1000];
  const std::size_t size = std::min<std::size_t>(sizeof bytes, guest.to_send - guest.sent);
  for (std::uint32_t at = 0; at < size; ++at) {
    bytes[at] = conformance::pattern(guest.sent + at);
  }
  guest.sent += static_cast<std::uint32_t>(tcp_.offer(slot, std::span(bytes).first(size)).bytes);
  const bool says_all = guest.sent == guest.to_send && (peer_ == Peer::sends_at_once || guest.seen.ended);
  if (says_all && !guest.ended_by_us) {
    tcp_.finish(slot);
    guest.ended_by_us = true;
  }
}

NameServer::NameServer() : block_(udp_new()) {
  ip_addr_t here;
  IP_ADDR4(&here, 127, 0, 0, 1);
  EXPECT_EQ(udp_bind(block_, &here, name_server_port), ERR_OK);
  udp_recv(block_, on_question, this);
  dns_setserver(0, &here);
}

NameServer::~NameServer() {
  udp_remove(block_);
  dns_setserver(0, nullptr);
}

// RFC 1035, 4.1: the header's twelve bytes, the question as it came, and perhaps one answer.
void NameServer::on_question(void* server, udp_pcb* block, pbuf* packet, const ip_addr_t* from, u16_t port) {
  std::string text(packet->tot_len, '\0');
  pbuf_copy_partial(packet, text.data(), packet->tot_len, 0);
  pbuf_free(packet);
  ++static_cast<NameServer*>(server)->questions;
  const std::string label = text.substr(13, static_cast<unsigned char>(text[12]));
  if (label == "unanswered") {
    return;
  }
  text[2] = '\x81';  // an answer
  text[3] = label == "peer" ? '\x80' : label == "unclear" ? '\x82' : '\x83';
  if (label == "peer") {
    text[7] = 1;  // of one record: the name of the question, A, IN, a minute, four bytes
    text.append(std::string("\xC0\x0C\0\1\0\1\0\0\0\x3C\0\4\x7F\0\0\1", 16));
  }
  pbuf* const answer = pbuf_alloc(PBUF_TRANSPORT, static_cast<u16_t>(text.size()), PBUF_RAM);
  pbuf_take(answer, text.data(), static_cast<u16_t>(text.size()));
  udp_sendto(block, answer, from, port);
  pbuf_free(answer);
}

}  // namespace prometheus_express::lwip
