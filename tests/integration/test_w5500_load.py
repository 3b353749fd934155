"""The station on the simulated chip under load, among hostile clients, and with faults while Prometheus scrapes. tests/soak has
more of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration.chip_and_station import Station, chip_and_station
from integration.chip_under_load import bears_hostile_clients, bears_wrk, has_gaps_where_they_belong
from harness.waiting import wait_until


@pytest.fixture(scope="module")
def station(program: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    with chip_and_station(program, tmp_path_factory.mktemp("chip"), answers="3") as started:
        wait_until(started.serves, "the page")
        yield started


# The chip has eight sockets. wrk tries the address with a connection of its own, which may still be ending when the others come:
# with eight of those, the last one finds nobody who listens.
@pytest.mark.parametrize(("path", "connections"), [("/metrics", 1), ("/", 1), ("/metrics", 4), ("/metrics", 7), ("/", 7)])
def test_wrk_loses_no_request(path: str, connections: int, station: Station) -> None:
    bears_wrk(station, path, connections, seconds=5)
    station.must_be_blameless()


def test_hostile_clients_leave_no_socket_behind(station: Station, tmp_path: Path) -> None:
    bears_hostile_clients(station, tmp_path, seconds=8)


def test_prometheus_sees_gaps_where_they_belong(station: Station, tmp_path: Path) -> None:
    has_gaps_where_they_belong(station, tmp_path, rounds=1)
