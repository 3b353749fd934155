// The simulated kernel refuses what Linux does; the ports could not be trusted with one that takes everything.
#include "kernel.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <linux/spi/spidev.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

#include "recorder.hpp"

namespace {

using namespace simulated_kernel;
using Transfers = std::vector<Recorder::Transfer>;

// What a call returns, or its error as a negative number.
template <class Argument>
int call(int file, unsigned long request, Argument argument) {
  const int result = ::ioctl(file, request, argument);
  return result < 0 ? -errno : result;
}

void* const nowhere = reinterpret_cast<void*>(8);

class SimulatedAdapter : public testing::Test {
 protected:
  SimulatedAdapter() { device.bus.attach(0x76, part); }
  ~SimulatedAdapter() override { (void)::close(file); }

  i2c_msg message(unsigned flags, unsigned length, unsigned address = 0x76) {
    return {static_cast<std::uint16_t>(address), static_cast<std::uint16_t>(flags),
            static_cast<std::uint16_t>(length), bytes.data()};
  }
  int transfer(std::vector<i2c_msg> messages) {
    i2c_rdwr_ioctl_data request{messages.data(), static_cast<std::uint32_t>(messages.size())};
    return call(file, I2C_RDWR, &request);
  }

  Kernel kernel;
  I2cAdapter& device = kernel.add_i2c("/dev/i2c-1");
  Recorder part;
  int file = ::open("/dev/i2c-1", O_RDWR);
  std::array<std::uint8_t, 70'000> bytes{5};
};

TEST_F(SimulatedAdapter, ReturnsTheNumberOfMessages) {
  EXPECT_EQ(transfer({message(0, 1), message(I2C_M_RD, 2)}), 2);
  EXPECT_EQ(transfer({message(0, 1)}), 1);
}

TEST_F(SimulatedAdapter, TakesFortyTwoMessagesOf8192Bytes) {
  EXPECT_EQ(transfer({}), -EINVAL);
  EXPECT_EQ(transfer(std::vector(42, message(I2C_M_RD, 1))), 42);
  EXPECT_EQ(transfer(std::vector(43, message(I2C_M_RD, 1))), -EINVAL);
  EXPECT_EQ(transfer({message(0, 8192)}), 1);
  EXPECT_EQ(transfer({message(0, 8193)}), -EINVAL);
}

TEST_F(SimulatedAdapter, RefusesWrongPointers) {
  i2c_msg lost = message(0, 1);
  lost.buf = static_cast<std::uint8_t*>(nowhere);
  EXPECT_EQ(transfer({lost}), -EFAULT);
  i2c_rdwr_ioctl_data request{static_cast<i2c_msg*>(nowhere), 1};
  EXPECT_EQ(call(file, I2C_RDWR, &request), -EFAULT);
  EXPECT_EQ(call(file, I2C_RDWR, nowhere), -EFAULT);
  EXPECT_EQ(call(file, I2C_FUNCS, nowhere), -EFAULT);
  request = {nullptr, 1};
  EXPECT_EQ(call(file, I2C_RDWR, &request), -EINVAL);
}

TEST_F(SimulatedAdapter, GoesOnWithoutAStartWhereItCan) {
  EXPECT_EQ(transfer({message(0, 1), message(I2C_M_NOSTART, 2), message(I2C_M_RD, 3)}), 3);
  EXPECT_EQ(part.transfers, (Transfers{{{5, 5, 0}, 3}}));
  EXPECT_EQ(transfer({message(0, 1), message(0, 1)}), 2);
  EXPECT_EQ(part.transfers.size(), 3U);
  EXPECT_EQ(transfer({message(I2C_M_NOSTART, 1)}), -EINVAL);
  EXPECT_EQ(transfer({message(0, 1), message(I2C_M_NOSTART | I2C_M_RD, 1)}), -EINVAL);
  device.functions = I2C_FUNC_I2C;
  EXPECT_EQ(transfer({message(0, 1), message(I2C_M_NOSTART, 2)}), -EOPNOTSUPP);
}

TEST_F(SimulatedAdapter, RefusesWhatItsFunctionsLack) {
  for (const unsigned flag : {I2C_M_TEN, I2C_M_IGNORE_NAK, I2C_M_REV_DIR_ADDR, I2C_M_NO_RD_ACK, I2C_M_STOP}) {
    EXPECT_EQ(transfer({message(flag, 1)}), -EOPNOTSUPP) << flag;
  }
  EXPECT_EQ(transfer({message(0x0002, 1)}), -EINVAL);
  EXPECT_EQ(transfer({message(0, 1, 0x80)}), -EINVAL);
}

TEST_F(SimulatedAdapter, WantsRoomForABlockThatBringsItsLength) {
  EXPECT_EQ(transfer({message(I2C_M_RECV_LEN, 40)}), -EINVAL);
  EXPECT_EQ(transfer({message(I2C_M_RECV_LEN | I2C_M_RD, 36)}), -EINVAL);  // 5 bytes and 32 of the block
}

TEST_F(SimulatedAdapter, KnowsItsOtherCalls) {
  unsigned long functions = 0;
  EXPECT_EQ(call(file, I2C_FUNCS, &functions), 0);
  EXPECT_NE(functions & I2C_FUNC_I2C, 0U);
  EXPECT_EQ(call(file, I2C_TIMEOUT, 1UL << 31U), -EINVAL);
  EXPECT_EQ(call(file, I2C_SLAVE, 0x80UL), -EINVAL);
  device.drivers = {0x40};
  EXPECT_EQ(call(file, I2C_SLAVE, 0x40UL), -EBUSY);
  EXPECT_EQ(call(file, SPI_IOC_RD_MODE, nowhere), -ENOTTY);
  kernel.remove("/dev/i2c-1");
  EXPECT_EQ(call(file, I2C_FUNCS, &functions), -ENODEV);
  kernel.add_i2c("/dev/i2c-1");
  EXPECT_EQ(call(file, I2C_FUNCS, &functions), -ENODEV);
}

class SimulatedSelect : public testing::Test {
 protected:
  SimulatedSelect() { device.part = &part; }
  ~SimulatedSelect() override { (void)::close(file); }

  spi_ioc_transfer piece(std::size_t length) {
    spi_ioc_transfer piece{};
    piece.tx_buf = piece.rx_buf = reinterpret_cast<std::uintptr_t>(bytes.data());
    piece.len = static_cast<std::uint32_t>(length);
    return piece;
  }

  Kernel kernel;
  SpiDevice& device = kernel.add_spi("/dev/spidev0.0");
  Recorder part;
  int file = ::open("/dev/spidev0.0", O_RDWR);
  std::array<std::uint8_t, 8192> bytes{5};
};

TEST_F(SimulatedSelect, ReturnsTheNumberOfBytes) {
  spi_ioc_transfer pieces[] = {piece(2), piece(3)};
  EXPECT_EQ(call(file, SPI_IOC_MESSAGE(2), pieces), 5);
  EXPECT_EQ(part.transfers.size(), 1U);
  pieces[0].cs_change = 1;
  EXPECT_EQ(call(file, SPI_IOC_MESSAGE(2), pieces), 5);
  EXPECT_EQ(part.transfers.size(), 3U);
  EXPECT_EQ(call(file, SPI_IOC_MESSAGE(0), pieces), 0);
}

TEST_F(SimulatedSelect, RefusesWhatSpidevDoes) {
  const auto result = [&](auto change) {
    spi_ioc_transfer one = piece(2);
    change(one);
    return call(file, SPI_IOC_MESSAGE(1), &one);
  };
  EXPECT_EQ(result([](auto& one) { one.bits_per_word = 9; }), -EINVAL);
  EXPECT_EQ(result([](auto& one) { one.tx_nbits = 4; }), -EINVAL);
  EXPECT_EQ(result([](auto& one) { one.len = 4097; }), -EMSGSIZE);
  EXPECT_EQ(result([](auto& one) { one.len = 4096; }), 4096);
  EXPECT_EQ(result([](auto& one) { one.tx_buf = 8; }), -EFAULT);
  EXPECT_EQ(result([](auto& one) { one.rx_buf = 8; }), -EFAULT);
  device.min_frequency = 100'000;
  EXPECT_EQ(result([](auto& one) { one.speed_hz = 50'000; }), -EINVAL);
  EXPECT_EQ(call(file, SPI_IOC_MESSAGE(1), nowhere), -EFAULT);
  EXPECT_EQ(call(file, _IOW(SPI_IOC_MAGIC, 0, char[sizeof(spi_ioc_transfer) + 1]), bytes.data()), -EINVAL);
  EXPECT_EQ(call(file, I2C_FUNCS, bytes.data()), -ENOTTY);
  kernel.remove("/dev/spidev0.0");
  EXPECT_EQ(result([](auto&) {}), -ESHUTDOWN);
}

TEST(FileThatIsNotSimulated, GoesToTheSystem) {
  const Kernel kernel;
  const int file = ::open("/dev/null", O_RDWR);
  ASSERT_GE(file, 0);
  EXPECT_EQ(call(file, I2C_FUNCS, nowhere), -ENOTTY);
  EXPECT_EQ(::close(file), 0);
  EXPECT_TRUE(kernel.trace().empty());
}

}  // namespace
