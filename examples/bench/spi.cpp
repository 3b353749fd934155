// Parts on SPI.
#include "models.hpp"

namespace bench {
namespace {

constexpr Model models[] = {
    {"maxim/max1111", R"({"kind": "max1111", "codes": [0, 0, 0, 0]})",
     [](Part& part, const World& world) {  // an eighth of the battery more at each input
       for (int input = 0; input < 4; ++input) {
         part.set(std::to_string(input), hex(code_of(world.volts * (input + 1) / 8 * 256 / 2.048, 8), 2));
       }
     }},
    {"maxim/max31855", R"({"kind": "stream", "miso": "00000000"})",
     [](Part& part, const World& world) {
       const std::int64_t thermocouple = code_of(world.oven_celsius * 4, 14, true);
       part.set("", hex(thermocouple << 18 | (code_of(world.celsius * 16, 12, true) & 0xFFF) << 4, 8));
     }},
    {"maxim/max6675", R"({"kind": "stream", "miso": "0000"})",
     [](Part& part, const World& world) { part.set("", hex(code_of(world.oven_celsius * 4, 12) << 3, 4)); }},
    {"microchip/mcp3008", R"({"kind": "mcp3008", "codes": [0, 0, 0, 0, 0, 0, 0, 0]})",
     [](Part& part, const World& world) {  // a tenth of the battery more at each input
       for (int input = 0; input < 8; ++input) {
         part.set(std::to_string(input), hex(code_of(world.volts * (input + 1) / 10 * 1024 / 3.3, 10), 4));
       }
     }},
};

}  // namespace

const std::span<const Model> spi_models = models;

}  // namespace bench
