"""What each example's page has to hold, written down by hand from the examples' schemas and from nothing else."""

from dataclasses import dataclass, field
from pathlib import Path

from number_text import Rule, decimals, integers, is_double

SENSORS = ({"sensor": "bme680"}, {"sensor": "si7021"})
BME680 = ({"sensor": "bme680"},)
NO_LABELS: tuple[dict[str, str], ...] = ({},)


@dataclass(frozen=True)
class Family:
    name: str  # as on the page
    type: str
    help: str
    kind: Rule
    series: tuple[dict[str, str], ...] = NO_LABELS
    samples_of: "dict[str, tuple[dict[str, str], ...]] | None" = None  # by suffix of the name, where there are several

    def samples(self) -> list[tuple[str, frozenset[tuple[str, str]]]]:
        """Name and labels of each line, in the order of the page."""
        parts = {"": self.series} if self.samples_of is None else self.samples_of
        return [(self.name + suffix, frozenset(labels.items())) for suffix, rows in parts.items() for labels in rows]


@dataclass(frozen=True)
class Expected:
    families: tuple[Family, ...]
    lint: str = ""  # what promtool remarks, and nothing else
    because: str = ""  # why that is left
    kinds: dict[str, Rule] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", {family.name: family.kind for family in self.families})

    def series(self) -> set[tuple[str, frozenset[tuple[str, str]]]]:
        return {sample for family in self.families for sample in family.samples()}


def has_thermal_zone() -> bool:
    try:
        return Path("/sys/class/thermal/thermal_zone0/temp").read_text().strip() != ""
    except OSError:
        return False


MINIMAL = Expected((
    Family("uptime_seconds_total", "counter", "Time since the program started", integers(64)),
))

WEATHER_STATION = Expected((
    Family("prom_express_temperature_celsius", "gauge", "Air temperature", decimals(2), SENSORS),
    Family("prom_express_humidity_ratio", "gauge", "Relative humidity of the air", decimals(4), SENSORS),
    Family("prom_express_pressure_pascals", "gauge", "Barometric pressure", decimals(1), BME680),
    Family("prom_express_gas_ohms", "gauge", "Resistance of the gas sensor", decimals(0), BME680),
    Family("prom_express_readings_total", "counter", "Readings taken of each sensor", integers(32), SENSORS),
))

LINUX_BOARD = Expected((
    Family("board_load", "gauge", "Load average over the last minutes (/proc/loadavg)", is_double,
           ({"minutes": "1"}, {"minutes": "5"}, {"minutes": "15"})),
    Family("board_memory_bytes", "gauge", "Memory of the system (/proc/meminfo)", integers(64),
           ({"state": "total"}, {"state": "available"}, {"state": "free"})),
    Family("board_uptime_seconds", "gauge", "Time since the system started (/proc/uptime)", decimals(2, 64)),
    Family("board_temperature_celsius", "gauge",
           "Temperature of the first thermal zone, where the board has one (/sys/class/thermal)", decimals(3),
           NO_LABELS if has_thermal_zone() else ()),
    Family("board_context_switches_total", "counter", "Context switches since the system started (/proc/stat)",
           integers(64)),
    Family("board_network_bytes_total", "counter", "Bytes over all interfaces but the loopback (/proc/net/dev)",
           integers(64), ({"direction": "received"}, {"direction": "sent"})),
    Family("board_network_link", "gauge",
           "State of the first network interface but the loopback (/sys/class/net, operstate)", integers(32),
           tuple({"board_network_link": state} for state in
                 ("unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"))),
    Family("board_scrape_duration_seconds", "histogram", "Time that reading all of the above took at each scrape",
           is_double, samples_of={
               "_bucket": tuple({"le": bound} for bound in
                                ("0.0001", "0.0004", "0.0016", "0.0064", "0.0256", "0.1024", "+Inf")),
               "_count": NO_LABELS,
               "_sum": NO_LABELS,
           }),
))

CUSTOM_ROUTES = Expected((
    Family("config_updates_total", "counter", "Configurations that were accepted or refused", integers(64),
           ({"result": "accepted"}, {"result": "refused"})),
    Family("firmware_updates_total", "counter", "Firmware that was received whole, or not", integers(64),
           ({"result": "accepted"}, {"result": "refused"})),
    Family("interval_seconds", "gauge", "Configured time between two measurements", is_double),
    Family("prometheus_express_http_requests_total", "counter", "Requests by the status of their answer", integers(32),
           tuple({"code": code} for code in
                 ("200", "204", "400", "401", "403", "404", "405", "408", "411", "413", "414", "417", "431", "500",
                  "501", "503", "505", "other"))),
))

PEERS = Expected((
    Family("peer_bytes_total", "counter", "Bytes exchanged with each client of this page", integers(64),
           ({"peer": "127.0.0.1", "direction": "received"}, {"peer": "127.0.0.1", "direction": "sent"})),
    Family("prometheus_express_refused_updates_total", "counter",
           "Updates that were refused: of counters by negative amounts or NaN, of series that are gone, with bad label values",
           integers(32), tuple({"reason": reason} for reason in
                               ("not_increasing", "stale_handle", "label_too_long", "label_not_utf8"))),
    Family("prometheus_express_dropped_series_total", "counter", "New series for which an open family had no room",
           integers(32)),
))

PAGES = {
    "minimal": MINIMAL,
    "weather_station": WEATHER_STATION,
    "linux_board": LINUX_BOARD,
    "custom_routes": CUSTOM_ROUTES,
    "peers": PEERS,
}
