// Bosch's sensors and the DPS310: their formulas, with the constants of one part each, and the codes that give a wanted value.
#include "models.hpp"

namespace bench {
namespace {

/// The code of `bits` whose value comes nearest to the wanted one; values rise or fall throughout.
template <class Value>
std::int64_t search(unsigned bits, double wanted, Value value) {
  std::int64_t low = 0;
  std::int64_t high = (std::int64_t{1} << bits) - 1;
  const bool rises = value(static_cast<double>(high)) > value(0);
  while (high - low > 1) {
    const std::int64_t middle = (low + high) / 2;
    ((value(static_cast<double>(middle)) < wanted) == rises ? low : high) = middle;
  }
  const double below = std::abs(value(static_cast<double>(low)) - wanted);
  return below < std::abs(value(static_cast<double>(high)) - wanted) ? low : high;
}

double square(double value) { return value * value; }

// BME280 and BMP280. Datasheet BST-BMP280-DS001, 3.12, calculates with a part that has these constants; those of the
// humidity are a usual part's.
constexpr double T1 = 27504, T2 = 26435, T3 = -1000;
constexpr double P1 = 36477, P2 = -10685, P3 = 3024, P4 = 2855, P5 = 140, P6 = -7, P7 = 15500, P8 = -14600,
                 P9 = 6000;
constexpr double H1 = 75, H2 = 370, H4 = 313, H5 = 50, H6 = 30;

double fine_280(double T) { return (T / 16384 - T1 / 1024) * T2 + square(T / 131072 - T1 / 8192) * T3; }

double pascals_280(double P, double t) {
  const double v = t / 2 - 64000;
  const double q = (square(v) * P6 / 32768 + 2 * v * P5) / 4 + 65536 * P4;
  const double d = (1 + (P3 * square(v) / 524288 + P2 * v) / 524288 / 32768) * P1;
  const double p = (1048576 - P - q / 4096) * 6250 / d;
  return p + (P9 * square(p) / 2147483648 + p * P8 / 32768 + P7) / 16;
}

double humidity_280(double H, double t) {
  const double h = t - 76800;
  const double z = (H - 64 * H4 - H5 * h / 16384) * H2 / 65536 * (1 + H6 * h / 67108864);
  return z * (1 - H1 * z / 524288) / 100;
}

void show_280(Part& part, const World& world) {
  const std::int64_t T = search(20, world.celsius * 5120, fine_280);
  const double t = std::trunc(fine_280(static_cast<double>(T)));
  const std::int64_t P = search(20, world.pascals, [t](double code) { return pascals_280(code, t); });
  const std::int64_t H = search(16, world.humidity, [t](double code) { return humidity_280(code, t); });
  part.set("0xF7", hex(P << 4, 6) + hex(T << 4, 6) + hex(H, 4));
}

// BME680: a usual part's constants.
namespace bme680 {

constexpr double T1 = 26203, T2 = 26519, T3 = 3;
constexpr double P1 = 35008, P2 = -10284, P3 = 88, P4 = 9692, P5 = -202, P6 = 30, P7 = 24, P8 = -516,
                 P9 = -3469, P10 = 30;
constexpr double H1 = 794, H2 = 1007, H4 = 45, H5 = 20, H6 = 120, H7 = -100;
constexpr double range_error = -1;

double fine(double T) { return (T / 16384 - T1 / 1024) * T2 + 16 * T3 * square(T / 131072 - T1 / 8192); }

double pascals(double P, double t) {
  const double v = t / 2 - 64000;
  const double q = (square(v) * P6 / 131072 + 2 * v * P5) / 4 + 65536 * P4;
  const double d = (1 + (P3 * square(v) / 16384 + P2 * v) / 524288 / 32768) * P1;
  const double p = (1048576 - P - q / 4096) * 6250 / d;
  const double cube = square(p / 256) * (p / 256);
  return p + (P9 * square(p) / 2147483648 + p * P8 / 32768 + cube * P10 / 131072 + 128 * P7) / 16;
}

double humidity(double H, double c) {
  const double z = (H - 16 * H1) * H2 / 262144 * (1 + H4 * c / 16384 + H5 * square(c) / 1048576);
  return (z + (H6 / 16384 + H7 * c / 2097152) * square(z)) / 100;
}

/// The pair of code, two flags and range: the first range whose codes reach the resistance.
std::int64_t gas(double ohms) {
  constexpr double k1[16] = {0, 0, 0, 0, 0, -1, 0, -0.8, 0, 0, -0.2, -0.5, 0, -1, 0, 0};
  constexpr double k2[16] = {0, 0, 0, 0, 0.1, 0.7, 0, -0.8, -0.1, 0, 0, 0, 0, 0, 0, 0};
  for (int range = 0; range < 16; ++range) {
    const double part = 1 / (ohms * (1 + k2[range] / 100) * 1.25e-7 * std::ldexp(1, range));
    const double code = (part - 1) * (1340 + 5 * range_error) * (1 + k1[range] / 100) + 512;
    if (code >= 0 && code <= 1023) {
      return code_of(code, 10) << 6 | 0x30 | range;
    }
  }
  return 0;  // not valid
}

void show(Part& part, const World& world) {
  const std::int64_t T = search(20, world.celsius * 5120, fine);
  const double t = fine(static_cast<double>(T));
  const std::int64_t P = search(20, world.pascals, [t](double code) { return pascals(code, t); });
  const std::int64_t H = search(16, world.humidity, [t](double code) { return humidity(code, t / 5120); });
  part.set("0x1D", "8000" + hex(P << 4, 6) + hex(T << 4, 6) + hex(H, 4) + "000000" +
                       hex(gas(world.gas_ohms), 4) + "0000");
}

}  // namespace bme680

namespace dps310 {

constexpr double c0 = 225, c1 = -291, c00 = 81061, c10 = -57006, c01 = -1594, c11 = 1233, c20 = -9401,
                 c21 = 91, c30 = -1222;
constexpr double scale = 7864320;  // of 8 samples

void show(Part& part, const World& world) {
  const double t = (world.celsius - c0 / 2) / c1;
  const auto pascals = [t](double code) {
    const double p = (code - 8388608) / scale;
    return c00 + p * (c10 + p * (c20 + p * c30)) + t * c01 + t * p * (c11 + p * c21);
  };
  // Where the curve falls throughout.
  const std::int64_t P = search(24, world.pascals, pascals) - 8388608;
  part.set("0x00", hex(P, 6) + hex(code_of(t * scale, 24, true), 6));
}

}  // namespace dps310

constexpr Model models[] = {
    {"bosch/bme280", R"({"kind": "reg8", "mem": {"0xD0": "60",
        "0x88": "706B436718FC7D8E43D6D00B270B8C00F9FF8C3CF8C67017004B", "0xE1": "7201001329031E"},
        "rw": ["0xF2", "0xF4", "0xF5"], "write_style": "pairs", "read_and": {"0xF4": "FC"}})",
     show_280},
    {"bosch/bmp280", R"({"kind": "reg8", "mem": {"0xD0": "58",
        "0x88": "706B436718FC7D8E43D6D00B270B8C00F9FF8C3CF8C67017"},
        "rw": ["0xF4", "0xF5"], "write_style": "pairs", "read_and": {"0xF4": "FC"}})",
     show_280},
    {"bosch/bme680", R"({"kind": "reg8", "mem": {"0xD0": "61", "0xF0": "00",
        "0x8A": "97670300C088D4D75800DC2536FF181E0000FCFD73F21E", "0xE1": "3EFA31002D14789C5B66AFE8E212",
        "0x00": "32001600F3"}, "rw": ["0x5A", "0x64", "0x70", "0x71", "0x72", "0x74", "0x75"],
        "write_style": "pairs", "read_and": {"0x74": "FC"}})",
     bme680::show},
    {"infineon/dps310", R"({"kind": "reg8", "mem": {"0x08": "F0", "0x0D": "10",
        "0x10": "0E1EDD13CA5F2152F9C604D1DB47005BFB3A", "0x28": "80"},
        "rw": ["0x06", "0x07", "0x08", "0x09"], "write_mask": {"0x08": "07"}})",
     dps310::show},
};

}  // namespace

const std::span<const Model> bosch_models = models;

}  // namespace bench
