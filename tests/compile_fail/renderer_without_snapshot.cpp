// expect: use of deleted function .*PageWithSnapshot|call to deleted constructor
#include <prometheus_express/exposition/renderer.hpp>

namespace px = prometheus_express;

extern const px::PageWithSnapshot page;

int main() {
  px::Renderer renderer(page, px::Source{});
  return renderer.done() ? 0 : 1;
}
