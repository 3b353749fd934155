"""A server among hostile clients and one real Prometheus, which has to get through each time."""

import sys
import time
from pathlib import Path

from harness.prometheus_server import prometheus
from harness.resources import resources
from harness.services import Server, service
from harness.waiting import wait_until

HERE = Path(__file__).resolve().parent
SCRAPES = 'count_over_time(up{job="besieged"}[1h])'


def every_scrape_succeeds(server: Server, folder: Path, seconds: int) -> None:
    idle = resources(server.process.pid).descriptors
    with prometheus(folder / "prometheus", {"besieged": server.place}, interval="4s") as scraper:
        scraper.query("up == 1")
        with service([sys.executable, HERE / "hostile_clients.py", str(server.port)], folder / "clients") as clients:
            first = scraper.query(SCRAPES)[0].value
            time.sleep(seconds)
            scrapes = scraper.query(SCRAPES)[0].value - first
            clients.must_be_alive()
            assert scraper.query("min_over_time(up[1h])")[0].value == 1, "a scrape has failed"
            assert scrapes >= seconds // 4 - 2
            longest = scraper.query("max_over_time(scrape_duration_seconds[1h])")[0].value
            print(f"{scrapes:.0f} scrapes among 64 hostile clients, the longest took {longest:.3f} s")
    server.must_be_alive()
    wait_until(
        lambda: resources(server.process.pid).descriptors == idle,
        "all clients gone",
        show=lambda: resources(server.process.pid),
    )
