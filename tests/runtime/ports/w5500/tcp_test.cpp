// The server's transport: what reaches the chip for what is asked of a stream.
#include <gtest/gtest.h>

#include "station.hpp"

namespace w5500_test {
namespace {

class W5500Tcp : public Station {};

constexpr std::uint8_t closed = 0x00, listen = 0x14, established = 0x17, fin_wait = 0x18, close_wait = 0x1C,
                       last_ack = 0x1D;

TEST_F(W5500Tcp, SeveralSocketsListen) {
  start_up();
  for (unsigned socket = 0; socket < 6; ++socket) {
    EXPECT_EQ(chip.state(socket), listen);
  }
  EXPECT_EQ(chip.state(6), closed);
  EXPECT_FALSE(tcp.waiting());
}

TEST_F(W5500Tcp, AClientWaitsUntilItIsAccepted) {
  start_up();
  chip.client_connects(3);
  poll();
  EXPECT_TRUE(tcp.waiting());
  EXPECT_TRUE(tcp.accept(2));
  EXPECT_FALSE(tcp.waiting());
  EXPECT_EQ(ethernet.statistics().clients, 1U);
}

TEST_F(W5500Tcp, ClientsAreAcceptedInTheirOrder) {
  start_up();
  chip.client_connects(5);
  pass(1);
  chip.client_connects(1);
  pass(1);
  chip.receives(5, "first");
  chip.receives(1, "second");
  poll();
  ASSERT_TRUE(tcp.accept(0));
  EXPECT_EQ(take(0), "first");
}

TEST_F(W5500Tcp, BytesOfAClientAreTakenInOrder) {
  connect();
  chip.receives(0, "GET / ");
  poll();
  EXPECT_EQ(take(0, 4), "GET ");
  EXPECT_EQ(take(0), "/ ");
  EXPECT_EQ(take(0), "");
  chip.receives(0, "HTTP/1.1");
  poll();
  EXPECT_EQ(take(0), "HTTP/1.1");
}

TEST_F(W5500Tcp, WhatComesAfterTheEventWasClearedIsAnnouncedAgain) {
  connect();
  chip.receives(0, "one");
  poll();
  chip.receives(0, "two");  // behind the clearing, before it is counted
  EXPECT_EQ(take(0), "onetwo");
  poll();
  EXPECT_EQ(take(0), "");
}

TEST_F(W5500Tcp, AnAnswerLeavesWithOneSend) {
  connect();
  EXPECT_EQ(tcp.offer(0, std::string(200, 'h')).bytes, 200U);
  EXPECT_EQ(tcp.offer(0, std::string(1400, 'b')).bytes, 1400U);
  EXPECT_EQ(chip.take_sent(0), "");
  (void)take(0);
  EXPECT_EQ(chip.take_sent(0), std::string(200, 'h') + std::string(1400, 'b'));
  EXPECT_EQ(chip.count_commands(0x20), 1U);
}

TEST_F(W5500Tcp, APollSendsWhatWasOffered) {
  connect();
  EXPECT_EQ(tcp.offer(0, std::string("hello")).bytes, 5U);
  poll();
  EXPECT_EQ(chip.take_sent(0), "hello");
}

TEST_F(W5500Tcp, NextSendDoesNotWaitForSendOk) {
  connect();
  chip.acknowledges_at_once = false;
  for (int piece = 0; piece < 3; ++piece) {
    EXPECT_EQ(tcp.offer(0, std::string(100, 'x')).bytes, 100U);
    poll();
  }
  EXPECT_EQ(chip.take_sent(0).size(), 300U);
}

TEST_F(W5500Tcp, MoreThanThePeerAcknowledgedIsNotAccepted) {
  connect();
  chip.acknowledges_at_once = false;
  EXPECT_EQ(tcp.offer(0, std::string(3000, 'x')).bytes, 2048U);
  pass(3);
  EXPECT_EQ(tcp.offer(0, std::string(952, 'x')).bytes, 0U);
  chip.acknowledges(0);
  poll();
  EXPECT_EQ(tcp.offer(0, std::string(952, 'x')).bytes, 952U);
}

TEST_F(W5500Tcp, ALittleRoomIsLeftUntilItIsWorthACommand) {
  connect();
  chip.acknowledges_at_once = false;
  EXPECT_EQ(tcp.offer(0, std::string(1100, 'x')).bytes, 1100U);
  poll();
  EXPECT_EQ(tcp.offer(0, std::string(1000, 'x')).bytes, 0U);  // 948 are free
  EXPECT_EQ(tcp.offer(0, std::string(900, 'x')).bytes, 900U);
}

TEST_F(W5500Tcp, WhatIsNotSentYetTakesItsRoom) {
  connect();
  EXPECT_EQ(tcp.offer(0, std::string(500, 'x')).bytes, 500U);
  pass(2);
  EXPECT_EQ(tcp.offer(0, std::string(1500, 'y')).bytes, 1500U);
  EXPECT_EQ(tcp.offer(0, std::string(1000, 'z')).bytes,
            0U);  // the chip says 2048, since it was not told of the 1500
  poll();
  EXPECT_EQ(chip.take_sent(0), std::string(500, 'x') + std::string(1500, 'y'));
}

TEST_F(W5500Tcp, WhatIsNotTakenIsNotAcknowledgedToTheChip) {
  connect();
  chip.receives(0, std::string(2048, 'x'));
  pass(3);
  EXPECT_EQ(chip.count_commands(0x40), 0U);
  EXPECT_EQ(take(0, 512).size(), 512U);
  EXPECT_EQ(chip.count_commands(0x40), 0U);
  EXPECT_EQ(take(0, 512).size(), 512U);  // half of the buffer
  EXPECT_EQ(chip.count_commands(0x40), 1U);
}

TEST_F(W5500Tcp, LongStreamsCrossTheEndOfTheBuffers) {
  connect();
  std::string text;
  for (int byte = 0; byte < 1500; ++byte) {
    text += static_cast<char>('a' + byte % 26);
  }
  for (int round = 0; round < 50; ++round) {
    chip.receives(0, text);
    poll();
    std::string taken;
    for (std::string piece = take(0, 700); !piece.empty(); piece = take(0, 700)) {
      taken += piece;
      poll();
    }
    ASSERT_EQ(taken, text);
    ASSERT_EQ(tcp.offer(0, text).bytes, text.size());
    poll();
    ASSERT_EQ(chip.take_sent(0), text);
  }
}

TEST_F(W5500Tcp, AHalfClosedClientIsAnswered) {
  connect();
  chip.receives(0, "GET");
  chip.peer_ends(0);
  poll();
  EXPECT_EQ(take(0), "GET");
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::ended);
  EXPECT_EQ(tcp.offer(0, std::string("answer")).bytes, 6U);
  tcp.finish(0);
  pass(2);
  EXPECT_EQ(chip.take_sent(0), "answer");
  EXPECT_EQ(chip.state(0), last_ack);
}

TEST_F(W5500Tcp, FinishWaitsUntilAllIsAcknowledged) {
  connect();
  chip.acknowledges_at_once = false;
  EXPECT_EQ(tcp.offer(0, std::string("bye")).bytes, 3U);
  tcp.finish(0);
  pass(20);
  EXPECT_EQ(chip.take_sent(0), "bye");
  EXPECT_EQ(chip.state(0), established);
  chip.acknowledges(0);
  poll();
  EXPECT_EQ(chip.state(0), fin_wait);
  chip.receives(0, "more");
  poll();
  EXPECT_EQ(take(0), "more");
  chip.peer_ends(0);
  poll();
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::ended);
  EXPECT_EQ(ethernet.statistics().lost, 0U);
}

TEST_F(W5500Tcp, WhatCameWithThePeersEndIsTakenOfASocketThatIsClosed) {
  connect();
  tcp.finish(0);
  pass(2);
  ASSERT_EQ(chip.state(0), fin_wait);
  chip.receives(0, "last");
  chip.peer_ends(0);
  ASSERT_EQ(chip.state(0), closed);
  pass(5);
  EXPECT_EQ(chip.state(0), closed);
  EXPECT_EQ(take(0, 3), "las");
  EXPECT_EQ(take(0), "t");
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::ended);
  poll();
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::ended);
  EXPECT_EQ(ethernet.statistics().lost, 0U);
}

TEST_F(W5500Tcp, ASocketThatIsClosedAndNotTakenFromIsFreedWithItsSlot) {
  connect();
  tcp.finish(0);
  pass(2);
  chip.receives(0, "last");
  chip.peer_ends(0);
  pass(5);
  tcp.close(0);
  poll();
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, FinishWithoutSendOkEndsAllTheSame) {
  connect();
  EXPECT_EQ(tcp.offer(0, std::string("bye")).bytes, 3U);
  tcp.finish(0);
  chip.set_register(0, 2, 0);  // the event is lost
  pass(2);
  EXPECT_EQ(chip.state(0), fin_wait);
}

TEST_F(W5500Tcp, ListensAgainInTheStepThatSeesTheEnd) {
  connect();
  tcp.finish(0);
  pass(2);
  ASSERT_EQ(chip.state(0), fin_wait);
  tcp.close(0);
  chip.peer_ends(0);
  ASSERT_EQ(chip.state(0), closed);
  const std::size_t before = chip.windows.size();
  poll();
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_LE(chip.windows.size() - before, 9U);
}

TEST_F(W5500Tcp, AResetWithoutAnEventIsFoundAndTheSocketListensAgain) {
  connect();
  chip.peer_resets(0);
  pass(8 * 5 + 5);
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::failed);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(ethernet.statistics().lost, 1U);
  chip.client_connects(0);
  poll();
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::failed);  // the slot's own is still lost
  tcp.abort(0);
  EXPECT_EQ(chip.state(0), established);
  EXPECT_TRUE(tcp.accept(0));
}

TEST_F(W5500Tcp, AbortListensAgainAtOnce) {
  connect();
  EXPECT_EQ(tcp.offer(0, std::string("lost")).bytes, 4U);
  tcp.abort(0);
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(chip.take_sent(0), "");
}

TEST_F(W5500Tcp, CloseFreesTheSlotAndGoesOnInTheBackground) {
  connect();
  chip.acknowledges_at_once = false;
  EXPECT_EQ(tcp.offer(0, std::string("last")).bytes, 4U);
  tcp.close(0);
  chip.client_connects(1);
  poll();
  ASSERT_TRUE(tcp.accept(0));
  EXPECT_EQ(chip.take_sent(0), "last");
  chip.receives(0, std::string(2048, 'x'));  // nobody reads it
  poll();
  chip.receives(0, std::string(2048, 'x'));
  chip.acknowledges(0);
  pass(2);
  EXPECT_EQ(chip.state(0), fin_wait);
  chip.peer_ends(0);
  poll();
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(chip.state(1), established);
}

TEST_F(W5500Tcp, APeerThatDoesNotEndKeepsItsSocketForTwoSeconds) {
  connect();
  tcp.close(0);
  pass(1990);
  EXPECT_EQ(chip.state(0), fin_wait);
  pass(100);
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(ethernet.statistics().given_up, 1U);
}

TEST_F(W5500Tcp, APeerThatDoesNotEndMakesRoomWhenNobodyListens) {
  connect();
  tcp.close(0);
  pass(50);
  ASSERT_EQ(chip.state(0), fin_wait);
  for (unsigned socket = 1; socket < 6; ++socket) {
    chip.client_connects(socket);
  }
  pass(50);
  EXPECT_EQ(ethernet.statistics().exhausted, 1U);
  pass(20);
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, APeerThatAcknowledgesNothingMakesRoomWhenNobodyListens) {
  connect();
  chip.acknowledges_at_once = false;
  EXPECT_EQ(tcp.offer(0, std::string("x")).bytes, 1U);
  tcp.close(0);
  for (unsigned socket = 1; socket < 6; ++socket) {
    chip.client_connects(socket);
  }
  pass(900);
  EXPECT_EQ(chip.state(0), established);
  pass(150);
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, APeerThatAcknowledgesNothingIsGivenUpAfterItsLimit) {
  connect();
  chip.acknowledges_at_once = false;
  EXPECT_EQ(tcp.offer(0, std::string("x")).bytes, 1U);
  tcp.close(0);
  pass(9990);
  EXPECT_EQ(chip.state(0), established);
  pass(100);
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, ATimeoutIsALoss) {
  connect();
  chip.times_out(0);
  poll();
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, AClientThatLeavesBeforeItIsAcceptedIsForgotten) {
  start_up();
  chip.client_connects(0);
  poll();
  ASSERT_TRUE(tcp.waiting());
  chip.peer_resets(0);
  pass(45);
  EXPECT_FALSE(tcp.waiting());
  EXPECT_FALSE(tcp.accept(0));
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, AClientThatSentAllAndEndedBetweenTwoPollsIsServed) {
  start_up();
  chip.client_connects(0);
  chip.receives(0, "all");
  chip.peer_ends(0);
  poll();
  ASSERT_TRUE(tcp.accept(0));
  EXPECT_EQ(take(0), "all");
  EXPECT_EQ(tcp.take(0, std::span<char>(ignored)).link, Link::ended);
}

TEST_F(W5500Tcp, AHandshakeThatDoesNotEndIsGivenUp) {
  start_up();
  chip.client_connects_halfway(0);
  pass(9900);
  EXPECT_EQ(chip.state(0), 0x16);
  pass(300);
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, CommandsThatLastAreWaitedForWithoutALoop) {
  chip.command_windows = 9;
  connect();
  chip.receives(0, "GET");
  pass(4);
  EXPECT_EQ(take(0), "GET");
  pass(8);
  EXPECT_EQ(tcp.offer(0, std::string("answer")).bytes, 6U);
  pass(12);
  EXPECT_EQ(chip.take_sent(0), "answer");
  const std::size_t before = chip.windows.size();
  tcp.abort(0);
  EXPECT_LE(chip.windows.size() - before, 30U);
  EXPECT_EQ(chip.commands.back(), "0:2");  // LISTEN, within the step
  pass(8);
  EXPECT_EQ(chip.state(0), listen);
}

TEST_F(W5500Tcp, ACountThatIsTornIsReadAgain) {
  connect();
  chip.receives(0, std::string(300, 'x'));
  unsigned torn = 0;
  chip.disturb = [&](unsigned block, unsigned offset, std::span<std::uint8_t> bytes) {
    if (block == 1 && offset == 0x26 && torn++ == 0) {
      bytes[0] = 0;
    }
  };
  poll();
  EXPECT_EQ(take(0, 400).size(), 300U);
  EXPECT_EQ(torn, 3U);
}

TEST_F(W5500Tcp, ACountAboveTheBufferIsNotBelieved) {
  connect();
  chip.receives(0, "GET");
  bool broken = true;
  chip.disturb = [&](unsigned block, unsigned offset, std::span<std::uint8_t> bytes) {
    if (broken && block == 1 && (offset == 0x26 || offset == 0x20)) {
      bytes[0] = 0xFF;
    }
  };
  poll();
  EXPECT_EQ(take(0), "");
  EXPECT_EQ(tcp.offer(0, std::string("x")).bytes, 0U);
  EXPECT_EQ(ethernet.statistics().doubtful_reads, 2U);
  broken = false;
  pass(1);
  EXPECT_EQ(take(0), "GET");
}

TEST_F(W5500Tcp, AChipWhoseCountsStayImpossibleIsReset) {
  connect();
  chip.receives(0, "GET");
  chip.disturb = [&](unsigned block, unsigned offset, std::span<std::uint8_t> bytes) {
    if (block == 1 && offset == 0x26) {
      bytes[0] = 0xFF;
    }
  };
  poll();
  for (int attempt = 0; attempt < 5; ++attempt) {
    (void)take(0);
    pass(1);
  }
  EXPECT_EQ(ethernet.statistics().resets, 2U);
}

TEST_F(W5500Tcp, AStateThatIsReadOnceIsNotBelieved) {
  connect();
  chip.receives(0, "GET");
  bool flipped = false;
  chip.disturb = [&](unsigned block, unsigned offset, std::span<std::uint8_t> bytes) {
    if (block == 1 && offset == 0 && !flipped) {
      bytes[3] = 0;  // CLOSED
      flipped = true;
    }
  };
  poll();
  ASSERT_TRUE(flipped);
  poll();
  EXPECT_EQ(take(0), "GET");
}

TEST_F(W5500Tcp, AKeepAliveScrapeTakesFewWindows) {
  connect();
  const std::string request(310, 'q');
  const std::string answer(1750, 'a');
  std::size_t most_windows = 0;
  std::size_t most_overhead = 0;
  for (int scrape = 0; scrape < 10; ++scrape) {
    const std::size_t before = chip.windows.size();
    chip.receives(0, request);
    poll();
    std::string taken;
    for (std::string piece = take(0); !piece.empty(); piece = take(0)) {
      taken += piece;
    }
    ASSERT_EQ(taken, request);
    ASSERT_EQ(tcp.offer(0, answer).bytes, answer.size());
    ASSERT_EQ(take(0), "");  // the server looks for the next request
    poll();
    ASSERT_EQ(chip.take_sent(0), answer);
    std::size_t bytes = 0;
    for (std::size_t at = before; at < chip.windows.size(); ++at) {
      bytes += 3 + chip.windows[at].bytes.size() + chip.windows[at].read;
    }
    most_windows = std::max(most_windows, chip.windows.size() - before);
    most_overhead = std::max(most_overhead, bytes - request.size() - answer.size());
  }
  EXPECT_LE(most_windows, 20U);
  EXPECT_LE(most_overhead, 400U);
  RecordProperty("windows", static_cast<int>(most_windows));
  RecordProperty("overhead", static_cast<int>(most_overhead));
}

}  // namespace
}  // namespace w5500_test
