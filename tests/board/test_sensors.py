"""What QEMU's models of the sensors are set to arrives in a real Prometheus."""

import math
from collections.abc import Iterator

import pytest

from conftest import Board
from harness.prometheus_server import Prometheus, Sample, prometheus

# QEMU's unit of each quantity, as a power of ten: its models take thousandths of a degree and nanoteslas.
MILLI, NANO = 3, 9
TEMPERATURE, FIELD = "board_temperature_celsius", "board_magnetic_flux_density_teslas"
SERIES = {
    ("tmp105", "temperature"): (TEMPERATURE, "", MILLI),
    ("tmp421", "temperature0"): (TEMPERATURE, "local", MILLI),
    ("tmp421", "temperature1"): (TEMPERATURE, "remote1", MILLI),
    ("emc1413", "temperature0"): (TEMPERATURE, "internal", MILLI),
    ("emc1413", "temperature1"): (TEMPERATURE, "external1", MILLI),
    ("emc1413", "temperature2"): (TEMPERATURE, "external2", MILLI),
    ("lsm303dlhc", "mag-x"): (FIELD, "x", NANO),
    ("lsm303dlhc", "mag-y"): (FIELD, "y", NANO),
    ("lsm303dlhc", "mag-z"): (FIELD, "z", NANO),
}
# In the order above. All are multiples of what each model resolves: a sixteenth of a degree, a whole one, and 1/1100 and
# 1/980 of a gauss; that of tmp421 takes half a 256th off first, so that it may show one step less. The model of emc1413 has no negative temperatures, that of lsm303dlhc no negative field.
ROUNDS = [
    (-12_500, 21_375, -33_250, 21_000, 85_000, 127_000, 50_000, 1_000, 5_000),
    (-55_000, -39_500, 126_125, 0, 1_000, 64_000, 0, 99_000, 100_000),
    (127_875, -125, 0, 63_000, 0, 2_000, 12_000, 77_000, 60_000),
    (125, 20_000, -1_000, 40_000, 41_000, 42_000, 20_000, 21_000, 25_000),
]
ALL = '{job="board",__name__=~"board_(temperature|magnetic).*"}'


@pytest.fixture(scope="module")
def scraper(board: Board, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    with prometheus(tmp_path_factory.mktemp("prometheus"), {"board": board.place}) as started:
        started.query('up{job="board"} == 1')
        yield started


def labels_of(sensor: str, place: str) -> "frozenset[tuple[str, str]]":
    """As Prometheus keeps them: an empty label is none."""
    name = "axis" if sensor == "lsm303dlhc" else "channel"
    return frozenset({("sensor", sensor), *([(name, place)] if place else [])})


@pytest.mark.parametrize("values", ROUNDS, ids=range(len(ROUNDS)))
def test_each_sensor_says_what_it_is_set_to(values: "tuple[int, ...]", board: Board, scraper: Prometheus) -> None:
    expected = {}
    for ((sensor, quantity), (name, place, power)), value in zip(SERIES.items(), values):
        board.qmp.set(sensor, quantity, value)
        tolerance = 1 / 16 if sensor == "tmp421" else 1e-12
        expected[name, labels_of(sensor, place)] = (value / 10**power, tolerance)

    def agrees(found: "list[Sample]") -> bool:
        arrived = {(sample.name, sample.labels): sample.value for sample in found}
        return all(abs(arrived.get(series, math.nan) - value) <= tolerance for series, (value, tolerance) in expected.items())

    scraper.query(ALL, until=agrees)


def test_analog_inputs_have_the_voltages_that_the_board_was_started_with(scraper: Prometheus) -> None:
    """25, 75, 125 and 250 of 256 parts of 2.048 V."""
    found = scraper.query("board_voltage_volts")
    assert {dict(sample.labels)["channel"]: sample.value for sample in found} == {"0": 0.2, "1": 0.6, "2": 1, "3": 2}


def test_dps310_shows_what_its_constant_registers_give(scraper: Prometheus) -> None:
    """QEMU's model never changes; what the formulas make of registers is held against exact arithmetic in tests/sensors."""
    for series in ('board_temperature_celsius{sensor="dps310"}', "board_pressure_pascals"):
        found = scraper.query(f"{series}[1m]", until=lambda found: len(found) > 4)
        assert len({sample.value for sample in found}) == 1


def test_every_sensor_is_up_and_read_at_least_every_two_seconds(scraper: Prometheus) -> None:
    assert [sample.value for sample in scraper.query("board_sensor_up")] == [1] * 6
    assert [sample.value for sample in scraper.query("sum(board_sensor_read_errors_total)")] == [0]
    reads = scraper.query('board_sensor_reads_total[1m]', until=lambda found: bool(found) and span(found) >= 6)
    for sensor in {sample.labels for sample in reads}:
        counts = [sample for sample in reads if sample.labels == sensor]
        assert (counts[-1].value - counts[0].value + 1) * 2 >= counts[-1].time - counts[0].time, sensor


def span(found: "list[Sample]") -> float:
    return max(sample.time for sample in found) - min(sample.time for sample in found)
