"""The weather station among hostile clients for three minutes, and over ten million requests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness import presets
from harness.services import Server, server
from integration.many_requests import leaves_nothing
from integration.siege import every_scrape_succeeds


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Server]:
    program = presets.build("host", "weather_station") / "examples" / "weather_station" / "weather_station"
    with server(program, tmp_path / "station") as started:
        yield started


def test_every_scrape_succeeds_among_hostile_clients(station: Server, tmp_path: Path) -> None:
    every_scrape_succeeds(station, tmp_path, seconds=180)


def test_ten_million_requests_leave_nothing_behind(station: Server) -> None:
    leaves_nothing(station, 10_000_000)
