// expect: write `initial: absent` in the schema of this metric
#include "prometheus_express/metrics/gauge.hpp"

void use(prometheus_express::Gauge<float>& temperature) { temperature.make_absent(); }
