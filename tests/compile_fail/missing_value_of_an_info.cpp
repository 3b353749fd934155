// expect: a value for each label of the schema
#include "prometheus_express/metrics/info.hpp"

void use(prometheus_express::Info<17, 8>& board) { (void)board.info("02:00:5e:10:00:00"); }
