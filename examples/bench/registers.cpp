// Parts with registers on I2C whose codes are linear.
#include "models.hpp"

namespace bench {
namespace {

/// A temperature in the highest `bits` of a word.
std::string upper(double celsius, double steps, unsigned bits) {
  return hex(code_of(celsius * steps, bits, true) << (16 - bits), 4);
}

/// Whole degrees and eighths, which stand in registers of their own.
void set_eighths(Part& part, const char* whole, const char* eighths, double celsius) {
  const std::int64_t code = code_of(celsius * 8, 11);
  part.set(whole, hex(code >> 3, 2));
  part.set(eighths, hex((code & 7) << 5, 2));
}

constexpr double diode_above = 15;  // what is measured by a remote diode is so much warmer than the air

constexpr Model models[] = {
    {"microchip/emc1413", R"({"kind": "reg8", "autoincrement": false, "mem": {"0xFD": "21", "0xFE": "5D"},
        "rw": ["0x03"]})",
     [](Part& part, const World& world) {
       set_eighths(part, "0x00", "0x29", world.celsius);
       set_eighths(part, "0x01", "0x10", world.celsius + diode_above);
       set_eighths(part, "0x23", "0x24", world.celsius + 2 * diode_above);
     }},
    {"microchip/mcp9808",
     R"({"kind": "reg16", "mem": {"0x06": "0054", "0x07": "0400", "0x08": "03"}, "rw": ["0x01", "0x08"]})",
     [](Part& part, const World& world) {
       part.set("0x05", hex(code_of(world.celsius * 16, 13, true) & 0x1FFF, 4));
     }},
    {"national/lm75", R"({"kind": "reg16", "mem": {"0x01": "00"}, "rw": ["0x01"]})",
     [](Part& part, const World& world) { part.set("0x00", upper(world.celsius, 2, 9)); }},
    {"st/lsm303dlhc-magn", R"({"kind": "reg8", "mem": {"0x09": "01", "0x0A": "483433"},
        "rw": ["0x00", "0x01", "0x02"]})",
     [](Part& part, const World& world) {
       part.set("0x03", hex(code_of(world.teslas_x * 1.1e7, 12, true), 4) +
                            hex(code_of(world.teslas_z * 0.98e7, 12, true), 4) +
                            hex(code_of(world.teslas_y * 1.1e7, 12, true), 4));
     }},
    {"ti/ads1115", R"({"kind": "reg16", "mem": {"0x01": "8583"}, "rw": ["0x01"], "read_or": {"0x01": "8000"},
        "select": {"reg": "0x01", "shift": 12, "mask": 7, "values": {}}})",
     [](Part& part, const World& world) {  // a quarter of the battery more at each input
       for (int input = 0; input < 4; ++input) {
         const std::int64_t code = code_of(world.volts * (input + 1) / 4 * 32768 / 4.096, 16, true);
         part.set(std::to_string(4 + input) + "/0x00", hex(code, 4));
       }
     }},
    {"ti/ina219", R"({"kind": "reg16", "mem": {"0x00": "399F", "0x05": "0000"}, "rw": ["0x00", "0x05"]})",
     [](Part& part, const World& world) {  // a shunt of 0.1 ohm, a step of 0.1 mA
       part.set("0x01", hex(code_of(world.amperes * 0.1 * 1e5, 16, true), 4));
       part.set("0x02", hex(code_of(world.volts / 0.004, 13) << 3 | 2, 4));
       part.set("0x03", hex(code_of(world.volts * world.amperes / 0.002, 16), 4));
       part.set("0x04", hex(code_of(world.amperes / 1e-4, 16, true), 4));
     }},
    {"ti/tmp102", R"({"kind": "reg16", "mem": {"0x01": "60A0"}, "rw": ["0x01"]})",
     [](Part& part, const World& world) { part.set("0x00", upper(world.celsius, 16, 12)); }},
    {"ti/tmp105", R"({"kind": "reg16", "mem": {"0x01": "00"}, "rw": ["0x01"]})",
     [](Part& part, const World& world) { part.set("0x00", upper(world.celsius, 16, 12)); }},
    {"ti/tmp117", R"({"kind": "reg16", "mem": {"0x01": "2220", "0x0F": "0117"}})",
     [](Part& part, const World& world) { part.set("0x00", upper(world.celsius, 128, 16)); }},
    {"ti/tmp421",
     R"({"kind": "reg8", "autoincrement": "msb+lsb", "mem": {"0x0A": "1C", "0x0B": "07", "0xFE": "55",
        "0xFF": "21"}, "rw": ["0x09"]})",
     [](Part& part, const World& world) {
       const std::string local = upper(world.celsius, 16, 12);
       const std::string remote = upper(world.celsius + diode_above, 16, 12);
       part.set("0x00", local.substr(0, 2));
       part.set("0x10", local.substr(2));
       part.set("0x01", remote.substr(0, 2));
       part.set("0x11", remote.substr(2));
     }},
    {"vishay/veml7700",
     R"({"kind": "reg16", "byte_order": "little", "mem": {"0x00": "0100"}, "rw": ["0x00"]})",
     [](Part& part, const World& world) {  // the low byte first
       const std::string code = hex(code_of(world.lux / 0.5376, 16), 4);
       part.set("0x04", code.substr(2) + code.substr(0, 2));
     }},
};

}  // namespace

const std::span<const Model> register_models = models;

}  // namespace bench
