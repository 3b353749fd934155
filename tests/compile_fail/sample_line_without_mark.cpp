// expect: page_text_error
#include "prometheus_express/exposition/page.hpp"

constexpr char text[] = "# TYPE x gauge\nx 1\n";
constexpr auto stops = prometheus_express::stops<1>(text);
