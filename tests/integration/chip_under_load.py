"""What the station on a chip has to stand: load, clients that nobody wants, and faults while Prometheus scrapes."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integration.chip_and_station import Station
from harness.prometheus_server import prometheus
from harness.services import service

HERE = Path(__file__).resolve().parent


def bears_wrk(station: Station, path: str, connections: int, seconds: int) -> None:
    """No request is lost, and each is answered with the whole page."""
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s"]
    command += ["--script", str(HERE / "whole_pages.lua"), f"http://{station.place}{path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(r"^answered (\d+) broken (\d+) lost (\d+)$", done.stdout, re.MULTILINE)
    assert found, done.stdout
    assert (int(found[2]), int(found[3])) == (0, 0), done.stdout
    assert int(found[1]) > 100, done.stdout
    print(f"{found[1]} requests of {path} over {connections} connections in {seconds} s")


def bears_hostile_clients(station: Station, folder: Path, seconds: int) -> None:
    port = station.place.partition(":")[2]
    with service([sys.executable, HERE / "hostile_clients.py", port], folder) as clients:
        time.sleep(seconds)
        clients.must_be_alive()
    station.must_be_blameless()


@contextmanager
def lasting(station: Station, fault: str, seconds: float) -> Iterator[None]:
    station.inject(fault)
    try:
        yield
        time.sleep(seconds)
    finally:
        station.inject("none")


def has_gaps_where_they_belong(station: Station, folder: Path, rounds: int) -> None:
    """Prometheus sees the station down while the cable is unplugged, and at no other time; a chip that is reset behind the
    driver's back, or without power for a moment, costs what is asked within a second."""
    gaps: list[tuple[float, float]] = []  # of the time in which a scrape may fail, from and to
    must_be_seen: list[tuple[float, float]] = []
    with prometheus(folder, {"station": station.place}, interval="1s") as scraper:
        scraper.query("up == 1")
        first = time.time()
        for _ in range(rounds):
            time.sleep(4)
            began = time.time()
            with lasting(station, "link down", 5):
                pass
            must_be_seen.append((began + 1, time.time()))
            gaps.append((began - 1, time.time() + 2))
            for fault in ("chip-reset", "unpowered ff 200", "stuck -1 300", "tear 0.5", "lose-int 5"):
                began = time.time()
                with lasting(station, fault, 2):
                    pass
                if fault in ("chip-reset", "unpowered ff 200"):
                    gaps.append((began - 1, began + 2))
        time.sleep(3)
        found = scraper.query('up{job="station"}[30m]')
    failed = [sample.time for sample in found if sample.value == 0 and sample.time > first]
    assert [moment for moment in failed if not any(start <= moment <= end for start, end in gaps)] == [], gaps
    for start, end in must_be_seen:
        assert any(start <= moment <= end for moment in failed), "the cable was unplugged, and every scrape went through"
    station.must_be_blameless()
