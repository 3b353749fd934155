#include "prometheus_express/ports/posix/descriptor.hpp"

#include <unistd.h>

namespace prometheus_express::posix {

void Descriptor::close() {
  if (is_open()) {
    (void)::close(release());
  }
}

}  // namespace prometheus_express::posix
