"""weather_station --i2c: a whole program on the device files of Linux, which a library before the system's calls simulates, with the
parts of the sample vectors; and what the kernel of this machine says of files that are no adapters."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from conftest import Programs
from harness import presets, services
from harness.clients import direct
from harness.readers import values
from harness.services import Server
from harness.source_tree import ROOT
from harness.waiting import wait_until

VECTORS = json.loads((ROOT / "tests" / "sensors" / "vectors" / "samples.json").read_text())["vectors"]
ADAPTER = "/dev/i2c-1"
EACCES = 13


def vector(identifier: str) -> dict[str, Any]:
    return next(vector for vector in VECTORS if vector["id"] == identifier)


BME680, SI7021 = vector("bme680-001"), vector("si7021-001")
BOTH = {"0x77": BME680["model"], "0x40": SI7021["model"]}


class Station:
    """A running weather station, and the devices of its machine."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.server: "Server | None" = None

    def has(self, devices: dict[str, Any]) -> None:
        """From now on these devices are plugged in."""
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(devices))
        new.rename(self.file)

    def page(self) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
        assert self.server is not None
        with direct.open(self.server.url(), timeout=10) as response:
            return values(response.read())

    def value(self, name: str, sensor: str, **labels: str) -> "float | None":
        return self.page().get((f"prom_express_{name}", frozenset({"sensor": sensor, **labels}.items())))

    def waits_until(self, name: str, sensor: str, wanted: Callable[[float], bool], **labels: str) -> None:
        def look() -> bool:
            shown = self.value(name, sensor, **labels)
            return shown is not None and wanted(shown)

        wait_until(look, f"{name} of {sensor}", seconds=30, show=self.page)

    def complains(self, text: str) -> None:
        server = self.server
        assert server is not None
        wait_until(lambda: text in server.errors, f"the complaint {text!r}", show=lambda: server.errors)

    def is_up(self, *sensors: str) -> None:
        for sensor in sensors:
            self.waits_until("sensor_up", sensor, lambda value: value == 1)


@pytest.fixture
def start(program: Programs, tmp_path: Path) -> Iterator[Callable[[dict[str, Any]], Station]]:
    library = presets.build("host", "simulated_devices") / "tests" / "libsimulated_devices.so"
    with ExitStack() as stack:

        def started(devices: dict[str, Any]) -> Station:
            station = Station(tmp_path / "devices.json")
            station.has(devices)
            settings = (f"LD_PRELOAD={library}", f"SIMULATED_DEVICES={station.file}")
            command = (*settings, str(program("weather_station")), "--port", "0", "--i2c", ADAPTER)
            station.server = stack.enter_context(services.server(Path("/usr/bin/env"), tmp_path, *command))
            return station

        yield started


def test_the_page_has_what_the_parts_measure(start: Callable[[dict[str, Any]], Station]) -> None:
    """The samples' own figures, to the page's decimals."""
    station = start({ADAPTER: {"parts": BOTH}})
    station.is_up("bme680", "si7021")
    decimals = {"temperature_celsius": 2, "humidity_ratio": 4, "pressure_pascals": 1, "gas_ohms": 0}
    channels = {"humidity_ratio": "relative_humidity_ratio", "gas_ohms": "gas_resistance_ohms"}
    checked = 0
    for sensor, sample in (("bme680", BME680), ("si7021", SI7021)):
        for name, digits in decimals.items():
            expected = sample["expect"]["channels"].get(channels.get(name, name))
            if expected is not None:
                # A digit of the page, and the maker's integers where the sample has its floating point.
                near = pytest.approx(expected, abs=0.6 * 10**-digits, rel=2e-4 if name != "temperature_celsius" else 0)
                assert station.value(name, sensor) == near, (sensor, name)
                checked += 1
    assert checked == 6
    assert station.server is not None
    assert station.server.errors == ""


def test_an_adapter_that_is_pulled_out_is_said_and_works_again_when_it_is_back(
    start: Callable[[dict[str, Any]], Station],
) -> None:
    station = start({ADAPTER: {"parts": BOTH}})
    station.is_up("bme680", "si7021")
    station.has({})
    station.complains("weather_station: /dev/i2c-1: I2C_RDWR: No such device; is the adapter still plugged in?\n")
    station.complains("weather_station: /dev/i2c-1: open: No such file or directory; load the module i2c-dev")
    for sensor in ("bme680", "si7021"):
        station.waits_until("sensor_up", sensor, lambda value: value == 0)
        station.waits_until("sensor_read_errors_total", sensor, lambda value: value >= 1, reason="bus")
    station.has({ADAPTER: {"parts": BOTH}})
    station.is_up("bme680", "si7021")
    station.complains("weather_station: /dev/i2c-1 works again\n")


def test_a_forbidden_adapter_names_the_group_and_is_read_once_it_is_allowed(start: Callable[[dict[str, Any]], Station]) -> None:
    station = start({ADAPTER: {"parts": BOTH, "forbidden": EACCES}})
    station.complains("weather_station: /dev/i2c-1: open: Permission denied; join the group i2c (`sudo usermod -aG i2c $USER`)")
    assert station.value("sensor_up", "bme680") == 0
    assert station.value("temperature_celsius", "bme680") is None
    station.has({ADAPTER: {"parts": BOTH}})
    station.is_up("bme680", "si7021")


def test_a_part_that_is_pulled_out_does_not_acknowledge(start: Callable[[dict[str, Any]], Station]) -> None:
    station = start({ADAPTER: {"parts": BOTH}})
    station.is_up("bme680", "si7021")
    station.has({ADAPTER: {"parts": {"0x77": BME680["model"]}}})
    station.waits_until("sensor_up", "si7021", lambda value: value == 0)
    errors = [station.value("sensor_read_errors_total", "si7021", reason=reason) for reason in ("nack", "timeout", "bus")]
    assert sum(error or 0 for error in errors[:2]) >= 1
    assert not errors[2]
    assert station.value("sensor_up", "bme680") == 1
    station.has({ADAPTER: {"parts": BOTH}})
    station.is_up("bme680", "si7021")
    assert station.server is not None
    [lost, back] = station.server.errors.splitlines()
    assert lost.startswith("sensor si7021 (silabs/si7021 at 0x40) does not answer (nack): look at its power")
    assert back == "sensor si7021 (silabs/si7021 at 0x40) is back"


def test_a_part_of_a_driver_of_the_kernel_is_left_alone(start: Callable[[dict[str, Any]], Station]) -> None:
    station = start({ADAPTER: {"parts": BOTH, "drivers": ["0x77"]}})
    station.is_up("si7021")
    station.complains("I2C_SLAVE: Device or resource busy; a driver of the kernel has the part")
    assert (station.value("sensor_read_errors_total", "bme680", reason="bus") or 0) >= 1


@pytest.mark.parametrize(
    "path, complaint",
    [
        ("/dev/i2c-4711", "/dev/i2c-4711: open: No such file or directory; load the module i2c-dev"),
        ("/dev/null", "/dev/null: I2C_FUNCS: Inappropriate ioctl for device; that is no I2C adapter"),
        ("/dev", "/dev: open: Is a directory"),
    ],
)
def test_what_is_no_adapter_is_said_and_the_page_is_served(path: str, complaint: str, serve: Callable[..., Server]) -> None:
    server = serve("weather_station", "--port", "0", "--i2c", path)
    wait_until(lambda: complaint in server.errors, f"the complaint {complaint!r}", show=lambda: server.errors)
    with direct.open(server.url(), timeout=10) as response:
        page = values(response.read())
    assert page["prom_express_sensor_up", frozenset({("sensor", "bme680")})] == 0
