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


@dataclass(frozen=True)
class Expected:
    families: tuple[Family, ...]
    lint: str = ""  # what promtool remarks, and nothing else
    because: str = ""  # why that is left
    kinds: dict[str, Rule] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", {family.name: family.kind for family in self.families})

    def series(self) -> set[tuple[str, frozenset[tuple[str, str]]]]:
        return {(family.name, frozenset(labels.items())) for family in self.families for labels in family.series}


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
))

CUSTOM_ROUTES = Expected((
    Family("config_updates_total", "counter", "Configurations that were accepted or refused", integers(64),
           ({"result": "accepted"}, {"result": "refused"})),
    Family("interval_seconds", "gauge", "Configured time between two measurements", is_double),
))

PAGES = {
    "minimal": MINIMAL,
    "weather_station": WEATHER_STATION,
    "linux_board": LINUX_BOARD,
    "custom_routes": CUSTOM_ROUTES,
}
