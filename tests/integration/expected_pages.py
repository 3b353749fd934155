"""What each example's page has to hold, written down by hand from the examples' schemas and from nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from harness.number_text import Rule, decimals, integers, is_double

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


def health(namespace: str, *sensors: str, **constant: str) -> Iterator[Family]:
    """The families about sensors that come by themselves."""
    rows = tuple({"sensor": sensor, **constant} for sensor in sensors)
    reasons = ("nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus")
    errors = tuple({**row, "reason": reason} for row in rows for reason in reasons)
    yield Family(f"{namespace}_sensor_up", "gauge", "Whether the sensor's last sample gave a value", integers(32), rows)
    yield Family(f"{namespace}_sensor_reads_total", "counter", "Samples taken of the sensor, good and bad", integers(32), rows)
    help = "Samples of the sensor in which something went wrong"
    yield Family(f"{namespace}_sensor_read_errors_total", "counter", help, integers(32), errors)
    help = "Time since the sensor's last good sample, before the first since start"
    yield Family(f"{namespace}_sensor_last_success_age_seconds", "gauge", help, integers(32), rows)


MINIMAL = Expected((
    Family("uptime_seconds_total", "counter", "Time since the program started", integers(64)),
))

WEATHER_STATION = Expected((
    Family("prom_express_temperature_celsius", "gauge", "Air temperature", decimals(2), SENSORS),
    Family("prom_express_humidity_ratio", "gauge", "Relative humidity of the air", decimals(4), SENSORS),
    Family("prom_express_pressure_pascals", "gauge", "Barometric pressure", decimals(1), BME680),
    Family("prom_express_gas_ohms", "gauge", "Resistance of the gas sensor", decimals(0), BME680),
    *health("prom_express", "bme680", "si7021"),
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
           "Updates that were refused: negative or NaN for counters, out of range, of series that are gone, with bad label values",
           integers(32), tuple({"reason": reason} for reason in
                               ("not_increasing", "out_of_range", "stale_handle", "label_too_long", "label_not_utf8"))),
    Family("prometheus_express_dropped_series_total", "counter", "New series for which an open family had no room",
           integers(32)),
))

RANDOM_VALUE = Expected((
    Family("prom_express_random_value", "gauge", "A random number from 0 to 5000, another one each second", integers(32)),
    Family("prom_express_random_steps_total", "counter", "Sum of random numbers from 0 to 50, one each second", integers(32)),
))

SPARKLINE = Expected((
    Family("prom_express_temperature_celsius", "gauge", "Air temperature", decimals(2)),
    Family("prom_express_humidity_ratio", "gauge", "Relative humidity of the air", decimals(4)),
    Family("prom_express_display_up", "gauge", "Whether the display took what it was sent last", integers(32)),
    Family("prom_express_display_starts_total", "counter", "Times the display was set up from scratch", integers(32)),
    Family("prom_express_display_failures_total", "counter", "Transfers to the display that failed", integers(32)),
    *health("prom_express", "si7021"),
))

SERVER_ROOM = {"location": "server room"}
ESP32_BME280 = Expected(
    (
        Family("prometheus_express_system_heartbeat_total", "counter", "Turns of the main loop", integers(32), (SERVER_ROOM,)),
        Family("prometheus_express_sensor_temperature_fahrenheit", "gauge", "Temperature of the air", decimals(2),
               ({"sensor": "bme280", **SERVER_ROOM},)),
        *health("prometheus_express", "bme280", **SERVER_ROOM),
    ),
    lint='prometheus_express_sensor_temperature_fahrenheit use base unit "celsius" instead of "fahrenheit"\n',
    because="the example shows how a unit is converted for people who want it so",
)

GREENHOUSE = {"location": "greenhouse"}
STEMMA = Expected((
    Family("prometheus_express_system_heartbeat_total", "counter", "Turns of the main loop", integers(32), (GREENHOUSE,)),
    Family("prometheus_express_system_cpu_load", "gauge", "Programs that wanted the processor in the last minute", is_double,
           (GREENHOUSE,)),
    Family("prometheus_express_system_memory_alloc_bytes", "gauge", "Memory that the program uses", integers(64), (GREENHOUSE,)),
    Family("prometheus_express_system_memory_free_bytes", "gauge", "Memory that could still be had", integers(64), (GREENHOUSE,)),
    Family("prometheus_express_sensor_humidity_ratio", "gauge", "Relative humidity of the air", decimals(4),
           ({"sensor": "bme280", **GREENHOUSE},)),
    Family("prometheus_express_sensor_moisture_counts", "gauge", "Moisture of the soil", decimals(0),
           ({"sensor": "stemma", **GREENHOUSE},)),
    Family("prometheus_express_sensor_temperature_celsius", "gauge", "Temperature of soil and air", decimals(2),
           ({"sensor": "stemma", **GREENHOUSE}, {"sensor": "bme280", **GREENHOUSE})),
    *health("prometheus_express", "stemma", "bme280", **GREENHOUSE),
))

# In the order of the schema; what measures a temperature has its channels behind it, with one alone the empty label.
PROBE = {
    "veml7700": None, "mcp9808": ("",), "lsm303dlhc_magn": None, "bh1750": None, "seesaw_soil": ("",), "aht20": ("",),
    "si7021": ("",), "sht31": ("",), "lm75": ("",), "tmp105": ("",), "tmp117": ("",), "ads1115": None,
    "emc1413": ("internal", "external1", "external2"), "sgp30": None, "sgp40": None, "scd41": ("",), "bme280": ("",),
    "dps310": ("",), "ina219": None, "sht4x": ("",), "tmp102": ("",), "tmp421": ("local", "remote1"), "bmp280": ("",),
    "bme680": ("",), "max1111": None, "max31855": ("internal", "thermocouple"), "max6675": ("",), "mcp3008": None,
    "bme280_spi": ("",),
}  # fmt: skip


def probed(name: str, help: str, places: int, *sensors: str, **channels: tuple[str, ...]) -> Family:
    """One series for each sensor, or for each of its channels under the label named."""
    (label, values), = channels.items() or [("", ("",))]
    rows = tuple({"sensor": sensor, **({label: value} if value else {})} for sensor in sensors for value in values)
    return Family(f"bench_{name}", "gauge", help, decimals(places), rows)


BENCH_PROBE = Expected((
    Family("bench_temperature_celsius", "gauge", "Temperature", decimals(3), tuple(
        {"sensor": sensor, **({"channel": channel} if channel else {})}
        for sensor, channels in PROBE.items() for channel in channels or ())),
    probed("relative_humidity_ratio", "Relative humidity of the air", 4, "aht20", "si7021", "sht31", "scd41", "bme280", "sht4x",
           "bme680", "bme280_spi"),
    probed("pressure_pascals", "Barometric pressure", 1, "bme280", "dps310", "bmp280", "bme680", "bme280_spi"),
    probed("gas_resistance_ohms", "Resistance of the gas sensor", 0, "bme680"),
    probed("co2_ppm", "Carbon dioxide in the air", 0, "scd41"),
    probed("eco2_ppm", "Carbon dioxide as far as organic compounds tell", 0, "sgp30"),
    probed("tvoc_ppb", "Volatile organic compounds in the air", 0, "sgp30"),
    probed("voc_raw_ticks", "Signal of the sensor for organic compounds", 0, "sgp40"),
    probed("illuminance_lux", "Light", 1, "veml7700", "bh1750"),
    probed("moisture_capacitance_counts", "Moisture of the soil", 0, "seesaw_soil"),
    probed("magnetic_flux_density_teslas", "Magnetic field", 9, "lsm303dlhc_magn", axis=("x", "y", "z")),
    Family("bench_voltage_volts", "gauge", "Voltage at an input", decimals(4), tuple(
        {"sensor": sensor, "channel": str(channel)}
        for sensor, inputs in (("ads1115", 4), ("max1111", 4), ("mcp3008", 8)) for channel in range(inputs))),
    probed("bus_voltage_volts", "Voltage of the battery", 3, "ina219"),
    probed("shunt_voltage_volts", "Voltage over the shunt", 5, "ina219"),
    probed("current_amperes", "Current drawn from the battery", 4, "ina219"),
    probed("power_watts", "Power drawn from the battery", 3, "ina219"),
    Family("bench_faults_total", "counter", "Faults that --faults has brought about", integers(32), tuple(
        {"fault": fault}
        for fault in ("nack", "bit_error", "clock_stretch", "hang", "stuck_line", "brown_out", "unplugged"))),
    *health("bench", *PROBE),
))

PAGES = {
    "minimal": MINIMAL,
    "weather_station": WEATHER_STATION,
    "linux_board": LINUX_BOARD,
    "custom_routes": CUSTOM_ROUTES,
    "peers": PEERS,
    "random_value": RANDOM_VALUE,
    "sparkline": SPARKLINE,
    "esp32_bme280": ESP32_BME280,
    "stemma": STEMMA,
    "bench_probe": BENCH_PROBE,
}
