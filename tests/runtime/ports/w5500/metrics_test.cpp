// The metrics of schema/include/w5500.yaml on a page.
#include <gtest/gtest.h>

#include "prometheus_express/exposition/renderer.hpp"
#include "prometheus_express/ports/w5500/metric_functions.hpp"
#include "station.hpp"
#include "w5500_metrics.hpp"

namespace w5500_test {
namespace {

struct Application : w5500::MetricFunctions {
  using MetricFunctions::MetricFunctions;
  w5500_metrics::Metrics metrics;
};

class W5500Metrics : public Station {
 protected:
  std::string page() {
    px::Renderer renderer(w5500_metrics::default_page, w5500_metrics::source(application));
    std::string text(8192, '\0');
    text.resize(renderer.fill(text));
    return text;
  }

  Application application{ethernet};
};

TEST_F(W5500Metrics, APageTellsHowTheChipFares) {
  EXPECT_NE(page().find("\nethernet_up 0\n"), std::string::npos);
  connect();
  const std::string text = page();
  for (const char* line :
       {"ethernet_up 1", "ethernet_link_up 1", "ethernet_listening_sockets 5", "ethernet_connected_sockets 1",
        "ethernet_resets_total 1", "ethernet_clients_total 1", "ethernet_silences_total 0"}) {
    EXPECT_NE(text.find("\n" + std::string(line) + "\n"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace w5500_test
