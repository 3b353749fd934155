// Parts that take a command and then reply.
#include "models.hpp"

namespace bench {
namespace {

std::string air_words(double celsius_code, double humidity_code) {
  return word_with_crc(code_of(celsius_code, 16)) + word_with_crc(code_of(humidity_code, 16));
}

double celsius_175(const World& world) { return (world.celsius + 45) * 65535 / 175; }

constexpr Model models[] = {
    {"adafruit/seesaw-soil",
     R"({"kind": "cmd", "gap": "separate", "responses": [{"write": "0001", "read": "55"}]})",
     [](Part& part, const World& world) {
       part.set("0004", hex(code_of(world.celsius * 65536, 30), 8));
       part.set("0F10", hex(code_of(world.moisture, 12), 4));
     }},
    {"aosong/aht20", R"({"kind": "cmd", "responses": [{"write": "71", "read": "18"}], "status_read": "18"})",
     [](Part& part, const World& world) {
       const std::int64_t humidity = code_of(world.humidity * 1048576, 20);
       const std::string bytes =
           "1C" + hex(humidity << 20 | code_of((world.celsius + 50) * 1048576 / 200, 20), 10);
       part.set("AC3300", bytes + crc_of(bytes));
     }},
    {"rohm/bh1750", R"({"kind": "cmd", "responses": []})",
     [](Part& part, const World& world) { part.set("20", hex(code_of(world.lux * 1.2, 16), 4)); }},
    {"sensirion/scd41", R"({"kind": "cmd", "responses": [{"write": "3682", "read": "F896319F07C23BBE89"},
        {"write": "E4B8", "read": "800604"}]})",
     [](Part& part, const World& world) {
       part.set("EC05", word_with_crc(code_of(world.co2_ppm, 16)) +
                            air_words(celsius_175(world), world.humidity * 65535));
     }},
    {"sensirion/sgp30", R"({"kind": "cmd", "responses": [{"write": "202F", "read": "002265"}]})",
     [](Part& part, const World& world) { part.set("2008", air_words(world.co2_ppm, world.tvoc_ppb)); }},
    {"sensirion/sgp40", R"({"kind": "cmd", "responses": [{"write": "202F", "read": "32206C"}],
        "prefix_responses": [{"write_prefix": "260F", "read": ""}]})",
     [](Part& part, const World& world) { part.set("260F", word_with_crc(code_of(world.voc_ticks, 16))); }},
    {"sensirion/sht31", R"({"kind": "cmd", "responses": []})",
     [](Part& part, const World& world) {
       part.set("2400", air_words(celsius_175(world), world.humidity * 65535));
     }},
    {"sensirion/sht4x", R"({"kind": "cmd", "responses": []})",
     [](Part& part, const World& world) {
       part.set("FD", air_words(celsius_175(world), (world.humidity * 100 + 6) * 65535 / 125));
     }},
    {"silabs/si7021",
     R"({"kind": "cmd", "responses": [{"write": "FCC9", "read": "15FFB5B5FFAC"}, {"write": "E7", "read": "3A"}]})",
     [](Part& part, const World& world) {
       part.set("F3", word_with_crc(code_of((world.celsius + 46.85) * 65536 / 175.72, 16), 0));
       part.set("F5", word_with_crc(code_of((world.humidity * 100 + 6) * 65536 / 125, 16), 0));
     }},
};

}  // namespace

const std::span<const Model> command_models = models;

}  // namespace bench
