"""Example bench_probe: every part of the library measures the same simulated world; faults are seen, and lie nowhere."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import world
from conftest import must_have_read
from expected_pages import PAGES, PROBE
from harness.clients import direct
from harness.page_checker import problems
from harness.prometheus_server import prometheus
from harness.readers import Series, promtool, values
from harness.services import Server, server
from harness.source_tree import ROOT

SCHEMA = yaml.safe_load((ROOT / "examples" / "bench_probe" / "metrics.yaml").read_text())
# Half a step of each thermometer, and half of the page's last decimal.
STEPS = {"lm75": 0.5, "mcp9808": 0.0625, "tmp102": 0.0625, "tmp105": 0.0625, "tmp421": 0.0625, "emc1413": 0.125, "max6675": 0.25}
HOUR = 11


def page(probe: Server) -> bytes:
    with direct.open(probe.url(), timeout=10) as response:
        return bytes(response.read())


def test_every_part_of_the_library_is_on_the_bench() -> None:
    library = {f"{path.parent.name}/{path.stem}" for path in (ROOT / "schema" / "devices").glob("*/*.yaml")}
    assert {sensor["device"] for sensor in SCHEMA["sensors"].values()} == library
    assert list(SCHEMA["sensors"]) == list(PROBE)


@pytest.fixture(scope="module")
def still(program: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Series, float]:
    """A page at an hour that does not pass."""
    arguments = ("--port", "0", "--pace", "0", "--hour", str(HOUR))
    with server(program("bench_probe"), tmp_path_factory.mktemp("still"), *arguments) as started:
        must_have_read(started, "bench_probe")
        return values(page(started))


def expected_temperature(labels: dict[str, str]) -> float:
    diodes = {"external1": 15, "external2": 30, "remote1": 15}  # warmer than the air
    channel = labels.get("channel", "")
    if channel == "thermocouple" or labels["sensor"] == "max6675":
        return world.oven_celsius(HOUR)
    return world.celsius(HOUR) + diodes.get(channel, 0)


def test_every_thermometer_shows_the_temperature(still: dict[Series, float]) -> None:
    found = {series: value for series, value in still.items() if series[0] == "bench_temperature_celsius"}
    assert len(found) == sum(len(channels or ()) for channels in PROBE.values())
    for (_, labels), value in found.items():
        known = dict(labels)
        channel = known.get("channel", "")
        step = 0.25 if channel == "thermocouple" else STEPS.get(known["sensor"], 0.0625 if channel else 0.01)
        assert value == pytest.approx(expected_temperature(known), abs=step / 2 + 0.0006), known


@pytest.mark.parametrize(
    ("name", "expected", "tolerance"),
    [
        ("relative_humidity_ratio", world.humidity(HOUR), 0.00015),
        ("pressure_pascals", world.pascals(HOUR), 0.25),
        ("gas_resistance_ohms", world.gas_ohms(HOUR), 80),
        ("co2_ppm", world.between(900, 420, HOUR), 0.51),
        ("eco2_ppm", world.between(900, 420, HOUR), 0.51),
        ("tvoc_ppb", world.between(20, 220, HOUR), 0.51),
        ("voc_raw_ticks", world.between(31000, 28000, HOUR), 0.51),
        ("illuminance_lux", world.lux(HOUR), 0.5),
        ("moisture_capacitance_counts", world.moisture(HOUR), 0.51),
        ("bus_voltage_volts", world.volts(HOUR), 0.0026),
        ("shunt_voltage_volts", world.amperes(HOUR) * 0.1, 0.000011),
        ("current_amperes", world.amperes(HOUR), 0.00011),
        ("power_watts", world.volts(HOUR) * world.amperes(HOUR), 0.0016),
    ],
)
def test_every_other_sensor_shows_what_there_is(
    name: str, expected: float, tolerance: float, still: dict[Series, float]
) -> None:
    found = {labels: value for (series, labels), value in still.items() if series == f"bench_{name}"}
    assert found and found == {labels: pytest.approx(expected, abs=tolerance) for labels in found}


def test_inputs_of_converters_differ(still: dict[Series, float]) -> None:
    """Each input has a larger part of the battery's voltage than the one before."""
    share = {"ads1115": (1 / 4, 4.096 / 32768), "max1111": (1 / 8, 2.048 / 256), "mcp3008": (1 / 10, 3.3 / 1024)}
    for (name, labels), value in still.items():
        if name == "bench_voltage_volts":
            known = dict(labels)
            part, step = share[known["sensor"]]
            expected = world.volts(HOUR) * part * (int(known["channel"]) + 1)
            assert value == pytest.approx(expected, abs=step / 2 + 0.0001), known


def test_axes_of_the_magnetometer_differ(still: dict[Series, float]) -> None:
    expected = {"x": 20e-6, "y": -5e-6, "z": world.between(-40e-6, -50e-6, HOUR)}
    for axis, teslas in expected.items():
        series = "bench_magnetic_flux_density_teslas", frozenset({("sensor", "lsm303dlhc_magn"), ("axis", axis)})
        assert still[series] == pytest.approx(teslas, abs=0.06e-6)


def test_nothing_fails_without_faults(still: dict[Series, float]) -> None:
    assert {value for (name, _), value in still.items() if name == "bench_sensor_up"} == {1}
    assert {value for (name, _), value in still.items() if name == "bench_sensor_read_errors_total"} == {0}
    assert {value for (name, _), value in still.items() if name == "bench_faults_total"} == {0}


def test_faults_are_seen_in_prometheus(serve: Callable[..., Server], tmp_path: Path) -> None:
    """Errors by reason, sensors that are down, readings that leave the page; and the page is one all the time."""
    probe = serve("bench_probe", "--port", "0", "--faults", "--seed", "7")
    with prometheus(tmp_path / "prometheus", {"bench": probe.place}, interval="1s") as scraper:
        ended = time.monotonic() + 45
        while time.monotonic() < ended:
            text = page(probe)
            assert problems(text, PAGES["bench_probe"].kinds) == []
            assert set(values(text)) <= PAGES["bench_probe"].series()
            time.sleep(1)
        assert (promtool(page(probe)).output) == ""
        scraper.query(
            "count by (reason) (bench_sensor_read_errors_total > 0)",
            until=lambda found: {"nack", "bus"} <= {dict(sample.labels)["reason"] for sample in found},
        )
        scraper.query(
            "count(min_over_time(bench_sensor_up[5m]) == 0)", until=lambda found: bool(found) and found[0].value >= 3
        )
        assert scraper.query("sum(bench_faults_total)")[0].value >= 20
        assert scraper.query("min_over_time(up[5m])")[0].value == 1, "every scrape has succeeded"
        # A reading that left the page is no longer sampled, while its sensor's health still is.
        left = "count(count_over_time(bench_temperature_celsius[30s]) < on (sensor) group_left count_over_time(bench_sensor_up[30s]))"
        assert scraper.query(left)[0].value >= 1


def test_options_that_cannot_be_are_refused(program: Callable[[str], Path]) -> None:
    for words in (["--seed", "much"], ["--faults=yes"], ["--hour", "24"], ["--pace", "-1"]):
        done = subprocess.run([program("bench_probe"), *words], capture_output=True, text=True, timeout=20)
        assert done.returncode == 2 and "usage: bench_probe" in done.stderr, words
