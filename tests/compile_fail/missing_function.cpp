// first: the application must have `double interval\(\) const`, read for the metric `interval`
#include "../../generated/custom_routes/custom_routes.hpp"

namespace px = prometheus_express;

struct Device {
  custom_routes::Metrics metrics;
  px::http::Next authenticate(const px::http::Request&, px::http::Response&) {
    return px::http::Next::proceed;
  }
  px::Status read_config(const px::http::Request&, px::http::Response&) { return px::Status::ok; }
  px::Status write_config(const px::http::Request&, px::http::Response&) { return px::Status::ok; }
};

void use(Device& device) { (void)custom_routes::site(device); }
