#include "number_layout.hpp"

namespace prometheus_express {

char* place_point(char* first, char* last, unsigned places) {
  for (; places != 0 && last[-1] == '0'; --places) {
    --last;
  }
  if (places == 0) {
    return last;
  }
  const auto length = static_cast<unsigned>(last - first);
  if (length > places) {
    char* const point = last - places;
    for (char* from = last; from != point; --from) {
      from[0] = from[-1];
    }
    *point = '.';
    return last + 1;
  }
  const unsigned shift = places - length + 2;
  char* to = last + shift;
  while (last != first) {
    *--to = *--last;
  }
  while (to != first) {
    *--to = '0';
  }
  first[1] = '.';
  return first + places + 2;
}

}  // namespace prometheus_express
