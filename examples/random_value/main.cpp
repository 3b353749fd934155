// A random value, served. The same runs on a Feather M4: see feather_m4/random_main.cpp.
#include <prometheus_express/host.hpp>
#include <random>

#include "random_value_station.hpp"

int main(int argc, char** argv) {
  static RandomValueStation station;
  std::random_device random;
  return prometheus_express::host::serve(
      random_value::site(station), argc, argv, {.poll = [&](prometheus_express::Time now) {
        return station.poll(now, [&] { return static_cast<std::uint32_t>(random()); });
      }});
}
