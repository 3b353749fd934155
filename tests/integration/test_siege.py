"""64 hostile clients keep no scrape of Prometheus away. tests/soak has three minutes of it."""

from collections.abc import Callable
from pathlib import Path

from harness.services import Server
from integration.siege import every_scrape_succeeds


def test_every_scrape_succeeds_among_hostile_clients(serve: Callable[..., Server], tmp_path: Path) -> None:
    every_scrape_succeeds(serve("weather_station"), tmp_path, seconds=25)
