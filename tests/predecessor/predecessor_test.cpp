// What users of the predecessor know, the Python library prometheus_express for CircuitPython and MicroPython
// (https://github.com/ssube/prometheus_express: README.md, prometheus_express/metric.py, registry.py, router.py and their tests), and
// where we differ from it on purpose: a summary's sum is `_sum`, label values are escaped, and a page ends with a newline.
#include "predecessor.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../runtime/http/response_reader.hpp"
#include "../runtime/http/scripted_transport.hpp"
#include "prometheus_express/exposition/renderer.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

namespace px = prometheus_express;
namespace http = px::http;
using predecessor::Location;
using predecessor::Name;
using predecessor::Sensor;
using predecessor::Time;

struct Device {
  predecessor::Metrics metrics;
  std::vector<std::string> called;
  bool second_answers = false;

  http::Next first(const http::Request&, http::Response&) {
    called.emplace_back("first");
    return http::Next::proceed;
  }
  http::Next second(const http::Request&, http::Response& response) {
    called.emplace_back("second");
    if (!second_answers) {
      return http::Next::proceed;
    }
    response.status(401);
    return http::Next::respond;
  }
  px::Status read_config(const http::Request&, http::Response& response) {
    called.emplace_back("read_config");
    return response.write("config");
  }
  px::Status write_config(const http::Request&, http::Response&) {
    called.emplace_back("write_config");
    return px::Status::ok;
  }
  px::Status fail(const http::Request&, http::Response&) { return px::Status::unavailable; }
};

class Predecessor : public testing::Test {
 protected:
  Device device;

  std::string page(const px::Page& page = predecessor::default_page) {
    alignas(px::snapshot_alignment) std::byte snapshot[predecessor::snapshot_bytes];
    px::Renderer renderer(page, predecessor::source(device), snapshot);
    std::string text(8192, '\0');
    text.resize(renderer.fill(text));
    return text;
  }

  /// The lines of a page that start with `start`, in its order.
  std::vector<std::string> lines(std::string_view start) {
    std::vector<std::string> found;
    const std::string text = page();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      if (text.compare(at, start.size(), start) == 0) {
        found.push_back(text.substr(at, end - at));
      }
      at = end + 1;
    }
    return found;
  }

  http::ReadResponse ask(const std::string& request_line) {
    http::ScriptedTransport transport;
    http::Server<predecessor::limits> server(predecessor::site(device), transport);
    http::ScriptedClient& client =
        transport.connect(request_line + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
    client.half_closed = true;
    for (int i = 0; i < 1000 && client.open(); ++i) {
      (void)server.poll(px::Time{1000});
    }
    return http::ResponseReader(client.received).next();
  }
};

using Lines = std::vector<std::string>;

TEST_F(Predecessor, HelpAndTypeLinesComeBeforeTheSamples) {
  EXPECT_EQ(page().substr(0, page().find("# HELP prom_express_visits")),
            "# HELP prom_express_heartbeat beats of the heart\n"
            "# TYPE prom_express_heartbeat counter\n"
            "prom_express_heartbeat 0\n");
}

TEST_F(Predecessor, MetricWithoutTypeIsUntyped) {
  EXPECT_EQ(lines("# TYPE prom_express_other"), Lines{"# TYPE prom_express_other untyped"});
}

TEST_F(Predecessor, IncrementsAccumulate) {
  device.metrics.heartbeat.inc(1500);
  device.metrics.heartbeat.inc(88);
  EXPECT_EQ(lines("prom_express_heartbeat"), Lines{"prom_express_heartbeat 1588"});
}

TEST_F(Predecessor, EachCombinationOfLabelValuesAccumulatesByItself) {
  device.metrics.visits.labels(Location::attic, Time::day).inc(40);
  device.metrics.visits.labels(Location::cellar, Time::day).inc(7);
  device.metrics.visits.labels(Location::attic, Time::day).inc(50);
  EXPECT_EQ(lines("prom_express_visits{location=\"attic\",time=\"day\"}"),
            Lines{"prom_express_visits{location=\"attic\",time=\"day\"} 90"});
  EXPECT_EQ(lines("prom_express_visits{location=\"cellar\",time=\"day\"}"),
            Lines{"prom_express_visits{location=\"cellar\",time=\"day\"} 7"});
}

TEST_F(Predecessor, CounterGoesDownWhereTheSchemaAllowsIt) {
  device.metrics.visits.dec(3);
  device.metrics.visits.labels(Location::attic, Time::night).inc(5);
  device.metrics.visits.labels(Location::attic, Time::night).dec(6);
  EXPECT_EQ(lines("prom_express_visits{location=\"attic\",time=\"night\"}"),
            Lines{"prom_express_visits{location=\"attic\",time=\"night\"} -1"});
  EXPECT_EQ(lines("prom_express_visits{location=\"None\""),
            Lines{"prom_express_visits{location=\"None\",time=\"None\"} -3"});
}

TEST_F(Predecessor, MissingLabelsAreReportedAsNone) {
  device.metrics.humidity.labels(Sensor::bme680).set(49.4062);
  EXPECT_EQ(lines("prom_express_humidity"), (Lines{"prom_express_humidity{sensor=\"bme680\"} 49.4062",
                                                   "prom_express_humidity{sensor=\"si7021\"} 0",
                                                   "prom_express_humidity{sensor=\"None\"} 0"}));
}

TEST_F(Predecessor, UpdatesWithoutLabelsGoToNone) {
  device.metrics.humidity.set(1.5);
  device.metrics.humidity.inc(0.25);
  EXPECT_EQ(lines("prom_express_humidity{sensor=\"None\"}"),
            Lines{"prom_express_humidity{sensor=\"None\"} 1.75"});
}

TEST_F(Predecessor, GaugeIsSetAndGoesUpAndDown) {
  auto gauge = device.metrics.humidity.labels(Sensor::si7021);
  gauge.set(38.87);
  gauge.inc(2);
  gauge.dec(1);
  EXPECT_EQ(lines("prom_express_humidity{sensor=\"si7021\"}"),
            Lines{"prom_express_humidity{sensor=\"si7021\"} 39.87"});
}

// Difference: the predecessor calls the sum `_total`.
TEST_F(Predecessor, SummaryShowsCountAndSum) {
  device.metrics.wait.observe(3);
  device.metrics.wait.observe(9);
  EXPECT_EQ(lines("prom_express_wait"), (Lines{"prom_express_wait_count 2", "prom_express_wait_sum 12"}));
}

// Difference: the predecessor writes label values as they are, which no parser reads.
TEST_F(Predecessor, LabelValuesAreEscaped) {
  device.metrics.doors.labels(Name::two_lines).inc();
  EXPECT_EQ(lines("prom_express_doors"), (Lines{R"(prom_express_doors{name="back\\door"} 0)",
                                                R"(prom_express_doors{name="the \"front\""} 0)",
                                                R"(prom_express_doors{name="two\nlines"} 1)"}));
  EXPECT_EQ(lines("# HELP prom_express_doors"), Lines{R"(# HELP prom_express_doors of "the" C:\\house)"});
}

// Difference: the predecessor's last line has no end, which the format asks for.
TEST_F(Predecessor, PageEndsWithANewline) {
  EXPECT_EQ(page().back(), '\n');
  EXPECT_EQ(ask("GET /metrics").body, page());
}

TEST_F(Predecessor, MetricStandsInSeveralRegistriesWithTheirNamespaces) {
  device.metrics.heartbeat.inc(2);
  device.metrics.other.set(-5);
  EXPECT_EQ(page(predecessor::bare_page),
            "# HELP board_heartbeat beats of the heart\n# TYPE board_heartbeat counter\nboard_heartbeat 2\n"
            "# HELP board_other whatever it is\n# TYPE board_other untyped\nboard_other -5\n");
  EXPECT_EQ(lines("prom_express_heartbeat"), Lines{"prom_express_heartbeat 2"});
}

TEST_F(Predecessor, RegistryAnswersRequests) {
  const http::ReadResponse response = ask("GET /bare");
  EXPECT_EQ(response.code, 200);
  EXPECT_EQ(response.field("Content-Type").substr(0, 10), "text/plain");
  EXPECT_EQ(response.body, page(predecessor::bare_page));
}

TEST_F(Predecessor, RouteIsSelectedByMethodAndPath) {
  EXPECT_EQ(ask("GET /config").body, "config");
  EXPECT_EQ(device.called.back(), "read_config");
  EXPECT_EQ(ask("PUT /config").code, 200);
  EXPECT_EQ(device.called.back(), "write_config");
}

TEST_F(Predecessor, ErrorHandlerAnswersWhatNoRouteMatches) {
  const http::ReadResponse response = ask("GET /nowhere");
  EXPECT_EQ(response.code, 404);
  EXPECT_EQ(response.reason, "Not Found");
  EXPECT_EQ(ask("DELETE /config").code,
            405);  // where the predecessor has 404, too (RFC 9110, section 15.5.6)
  EXPECT_TRUE(device.called.empty());
}

TEST_F(Predecessor, FailureOfAHandlerIsAnErrorOfItsRequestOnly) {
  EXPECT_EQ(ask("GET /broken").code, 503);
  EXPECT_EQ(ask("GET /config").code, 200);
}

TEST_F(Predecessor, MiddlewareRunsInOrderBeforeTheHandler) {
  (void)ask("GET /config");
  EXPECT_EQ(device.called, (Lines{"first", "second", "read_config"}));
}

TEST_F(Predecessor, MiddlewareThatAnswersEndsTheRequest) {
  device.second_answers = true;
  EXPECT_EQ(ask("GET /config").code, 401);
  EXPECT_EQ(device.called, (Lines{"first", "second"}));
}

}  // namespace
