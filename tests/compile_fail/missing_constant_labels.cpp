// first: the application must have `ConstantLabels constant_labels`, with the labels that are set at start
#include "../../generated/esp32_bme280/esp32_bme280.hpp"

struct Device {
  esp32_bme280::Metrics metrics;
};

void use(Device& device) { (void)esp32_bme280::site(device); }
