// expect: a counter cannot be increased by a negative amount
#include <prometheus_express/metrics/counter.hpp>

void use(prometheus_express::Counter<prometheus_express::Decimal<2>>& paid) { paid.inc_scaled(-1); }
