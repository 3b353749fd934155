// Chip-select windows: what may be addressed, and what an offence is.
#include "hand_driver.hpp"

namespace hand {
namespace {

namespace px = prometheus_express;

class Window : public Driver {};

TEST_F(Window, VersionIsFour) {
  EXPECT_EQ(read8(common, 0x39), 4);
  EXPECT_EQ(chip.findings().text(), "");
}

TEST_F(Window, FirstThreeBytesAreWhatRealChipsSend) {
  const Bytes out = {0x00, 0x39, 0x00, 0x00};
  Bytes in(4);
  chip.window(out, in);
  EXPECT_EQ(in, (Bytes{1, 2, 3, 4}));
}

TEST_F(Window, BusFillsInFromTheFirstByteOn) {
  const Bytes out = {0x00, 0x39, 0x00};
  Bytes in(4);
  px::bus::Spi& bus = chip;
  EXPECT_EQ(bus.begin({.number = 0, .mode = 3, .frequency = 12'000'000}, out, in), px::bus::Outcome::ok);
  EXPECT_EQ(in[3], 4);
  EXPECT_EQ(chip.findings().text(), "");
}

TEST_F(Window, RegistersHaveTheirDefaults) {
  EXPECT_EQ(read(common, 0x19, 3), (Bytes{0x07, 0xD0, 0x08}));
  EXPECT_EQ(read8(common, 0x2E), 0xBF);
  for (unsigned socket = 0; socket < 8; ++socket) {
    EXPECT_EQ(read(registers(socket), 0x06, 6), Bytes(6, 0xFF));
    EXPECT_EQ(read8(registers(socket), 0x16), 0x80);
    EXPECT_EQ(read(registers(socket), 0x1E, 4), (Bytes{2, 2, 0x08, 0x00}));
    EXPECT_EQ(read(registers(socket), 0x2C, 4), (Bytes{0xFF, 0x40, 0x00, 0x00}));
    EXPECT_EQ(state(socket), closed);
  }
  EXPECT_EQ(chip.findings().text(), "");
}

TEST_F(Window, OffsetGrowsWithEachByte) {
  configure();
  EXPECT_EQ(read(common, 0x01, 18),
            (Bytes{192, 168, 1, 1, 255, 255, 255, 0, 2, 0, 0, 1, 2, 3, 192, 168, 1, 50}));
}

TEST_F(Window, BufferTakesAnyOffsetAndWrapsAtItsSize) {
  write(transmit(1), 0xFFFE, {1, 2, 3, 4});
  EXPECT_EQ(read(transmit(1), 2046, 2), (Bytes{1, 2}));
  EXPECT_EQ(read(transmit(1), 2048, 2), (Bytes{3, 4}));
  EXPECT_EQ(read(transmit(0), 2046, 2), (Bytes{0, 0})) << "that of another socket";
}

TEST_F(Window, ReservedBlockIsAViolation) {
  for (unsigned block = 4; block <= 28; block += 4) {
    EXPECT_EQ(read8(block, 0), 0);
    EXPECT_EQ(found(Severity::violation, "reserved block " + std::to_string(block)), 1U);
  }
}

TEST_F(Window, ReadOnlyRegisterIsAViolationOnceAWindow) {
  write16(registers(2), tx_fsr, 7);
  EXPECT_EQ(violations(), 1U) << chip.findings().text();
  EXPECT_EQ(found(Severity::violation, "Sn_TX_FSR"), 1U);
  EXPECT_EQ(read16(registers(2), tx_fsr), 0x0800U);
  write8(common, 0x39, 9);
  EXPECT_EQ(read8(common, 0x39), 4);
  write8(registers(0), sr, 0x17);
  EXPECT_EQ(state(0), closed);
  EXPECT_EQ(violations(), 3U);
}

TEST_F(Window, ReservedRegisterMayBeReadAndNotWritten) {
  (void)read(registers(0), 0x02, 0x28);
  EXPECT_EQ(violations() + cautions(), 0U);
  EXPECT_GT(found(Severity::note, "reserved register"), 0U);
  write8(registers(0), 0x17, 1);
  write8(common, 0x2F, 1);
  EXPECT_EQ(violations(), 2U);
}

TEST_F(Window, ReceivedBytesMustNotBeWritten) {
  write8(receive(3), 0, 1);
  EXPECT_EQ(found(Severity::violation, "memory of what is received"), 1U);
}

TEST_F(Window, WithoutDataIsACaution) {
  const Bytes out = {0, 0x39, 0};
  Bytes in(3);
  chip.window(out, in);
  EXPECT_EQ(cautions(), 1U);
}

TEST_F(Window, FixedLengthFramesFollowEachOther) {
  const Bytes out = {0x00, 0x39, 0x01, 0, 0x00, 0x19, 0x02, 0, 0, 0x00, 0x18, 0x03, 0, 0, 0, 0};
  Bytes in(out.size());
  chip.window(out, in);
  EXPECT_EQ(in, (Bytes{1, 2, 3, 4, 1, 2, 3, 0x07, 0xD0, 1, 2, 3, 0, 0x07, 0xD0, 0x08}));
  EXPECT_EQ(violations() + cautions(), 0U);
  EXPECT_EQ(found(Severity::note, "fixed length"), 1U);
}

TEST_F(Window, BusModeAndClockAreChecked) {
  chip.set_bus(0, 33'000'000);
  EXPECT_EQ(chip.findings().text(), "");
  chip.set_bus(1, 12'000'000);
  EXPECT_EQ(found(Severity::violation, "SPI mode 1"), 1U);
  chip.set_bus(3, 40'000'000);
  EXPECT_EQ(found(Severity::caution, "33.3 MHz"), 1U);
  chip.set_bus(0, 90'000'000);
  EXPECT_EQ(found(Severity::violation, "80 MHz"), 1U);
}

class Reset : public Driver {};

TEST_F(Reset, SoftResetRestoresDefaultsAndKeepsMemory) {
  configure();
  write(transmit(0), 0, {0xAA});
  write8(registers(0), tx_size, 4);
  write8(common, 0x00, 0x80);
  EXPECT_EQ(read8(common, 0x00), 0x80) << "it takes some windows";
  EXPECT_TRUE(until([&] { return read8(common, 0x00) == 0; }));
  EXPECT_EQ(read(common, 0x09, 6), Bytes(6, 0));
  EXPECT_EQ(read8(registers(0), tx_size), 2);
  EXPECT_EQ(read8(transmit(0), 0), 0xAA);
  EXPECT_EQ(violations(), 0U);
}

TEST_F(Reset, AccessBeforeItIsOverIsAViolation) {
  write8(common, 0x00, 0x80);
  write(common, 0x09, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(found(Severity::violation, "before MR says"), 1U);
  ASSERT_TRUE(until([&] { return read8(common, 0x00) == 0; }));
  EXPECT_EQ(read8(common, 0x09), 0) << "it was not heard";
}

TEST_F(Reset, PinIsHeldLongEnoughAndStartUpWaitedFor) {
  configure();
  chip.set_reset_pin(false);
  time += 500;
  chip.set_reset_pin(true);
  time += 1000;
  EXPECT_EQ(read8(common, 0x39), 4);
  EXPECT_EQ(read8(common, 0x09), 0);
  EXPECT_EQ(chip.findings().text(), "");
}

TEST_F(Reset, PinHeldTooShortlyIsAViolation) {
  chip.set_reset_pin(false);
  time += 499;
  chip.set_reset_pin(true);
  EXPECT_EQ(found(Severity::violation, "500 us"), 1U);
}

TEST_F(Reset, AccessDuringStartUpIsAViolation) {
  chip.set_reset_pin(false);
  (void)read8(common, 0x39);
  EXPECT_EQ(found(Severity::violation, "too soon"), 1U);
  time += 500;
  chip.set_reset_pin(true);
  time += 990;
  (void)read8(common, 0x39);
  EXPECT_EQ(found(Severity::violation, "too soon"), 2U);
}

}  // namespace
}  // namespace hand
