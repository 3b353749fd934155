"""The port of the W5500 on the simulated chip: a minute of each load, ten of Prometheus, an hour of faults in simulated time."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness import presets
from harness.waiting import wait_until
from integration.chip_and_station import Station, chip_and_station
from integration.chip_under_load import bears_hostile_clients, bears_wrk, has_gaps_where_they_belong


@pytest.fixture(params=["1", "2", "3"])
def station(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Station]:
    examples = presets.build("host", "examples/all") / "examples"
    program: Callable[[str], Path] = lambda name: examples / name / name
    with chip_and_station(program, tmp_path, answers=request.param) as started:
        wait_until(started.serves, "the page")
        yield started


@pytest.mark.parametrize("connections", [1, 4, 7])  # not 8: see tests/integration/test_w5500_load.py
@pytest.mark.parametrize("path", ["/", "/metrics"])
def test_wrk_loses_no_request(path: str, connections: int, station: Station) -> None:
    bears_wrk(station, path, connections, seconds=60)
    station.must_be_blameless()


def test_hostile_clients_leave_no_socket_behind(station: Station, tmp_path: Path) -> None:
    bears_hostile_clients(station, tmp_path / "clients", seconds=120)


def test_prometheus_sees_gaps_where_they_belong(station: Station, tmp_path: Path) -> None:
    has_gaps_where_they_belong(station, tmp_path / "prometheus", rounds=26)


def test_an_hour_of_pairs_of_faults() -> None:
    program = presets.build("host", "w5500_on_model_test") / "tests/runtime/ports/w5500_on_model/w5500_on_model_test"
    done = subprocess.run(
        [program, "--gtest_filter=*TwoFaults*"], env={**os.environ, "SIMULATED_SECONDS": "3600"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-8000:]
