// expect: a counter cannot be increased by a negative amount
#include "prometheus_express/metrics/counter.hpp"

void use(prometheus_express::Counter<double>& counter) { counter.inc(-0.5); }
