// The site of store.hpp over the sockets of this machine.
#include <string>

#include "prometheus_express/host.hpp"
#include "store.hpp"

int main(int argc, char** argv) {
  std::string kept;
  return prometheus_express::host::serve(
      prometheus_express::http::Site<prometheus_express::http::Limits{}>{{store::routes, &kept}}, argc, argv);
}
