// expect: made for another version of prometheus_express: generate this file again
#define table_format  \
  table_format = 999; \
  inline constexpr unsigned old_table_format
#include "prometheus_express/exposition/page.hpp"
#undef table_format
#include "weather_station.hpp"
