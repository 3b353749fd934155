// first: the application must have `px::http::Next authenticate\(const px::http::Request&, px::http::Response&\)`, called before GET /config is answered
#include "../../generated/custom_routes/custom_routes.hpp"

namespace px = prometheus_express;

struct Firmware {
  px::http::Next on_start(const px::http::Request&, px::http::Response&) { return px::http::Next::proceed; }
  px::Status on_body(std::span<const char>) { return px::Status::ok; }
  px::Status on_end(const px::http::Request&, px::http::Response&) { return px::Status::ok; }
  void on_abort() {}
};

struct Device {
  custom_routes::Metrics metrics;
  Firmware firmware;
  double interval() const { return 1; }
  px::Status authenticate(const px::http::Request&, px::http::Response&) { return px::Status::ok; }
  px::Status write_config(const px::http::Request&, px::http::Response&) { return px::Status::ok; }
  px::Status read_config(const px::http::Request&, px::http::Response&) { return px::Status::ok; }
};

void use(Device& device) { (void)custom_routes::site(device); }
