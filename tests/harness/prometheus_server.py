"""A Prometheus of our own: configuration and data in a folder of the test, on a port of 127.0.0.1 that was free."""

import json
import urllib.error
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.clients import direct
from harness.services import Service, free_port, kept
from harness.waiting import wait_until

CONFIGURATION = """\
global: {{scrape_interval: {interval}, scrape_timeout: {interval}}}
scrape_configs:
{jobs}"""
JOB = """\
- job_name: {name}
  static_configs: [{{targets: ["{target}"]}}]
"""


@dataclass(frozen=True)
class Sample:
    name: str
    labels: frozenset[tuple[str, str]]  # without `job` and `instance`, which Prometheus adds
    value: float
    time: float  # of the scrape, in seconds since 1970


class Prometheus:
    def __init__(self, process: Service, port: int) -> None:
        self.process = process
        self.port = port

    def is_ready(self) -> bool:
        self.process.must_be_alive()
        try:
            return self.get("/-/ready") != b""
        except (urllib.error.URLError, ConnectionError):
            return False

    def get(self, path: str, **parameters: str) -> bytes:
        url = f"http://127.0.0.1:{self.port}{path}?{urllib.parse.urlencode(parameters)}"
        with direct.open(url, timeout=10) as response:
            return bytes(response.read())

    def query(self, promql: str, until: Callable[[list[Sample]], bool] = bool) -> list[Sample]:
        """Asks until the answer is as wanted; without a condition, until there is one."""
        found: list[Sample] = []

        def look() -> bool:
            answer = json.loads(self.get("/api/v1/query", query=promql))
            assert answer["status"] == "success", answer
            found[:] = [sample for series in answer["data"]["result"] for sample in samples(series)]
            return until(found)

        wait_until(look, f"{promql} as wanted", show=lambda: found)
        return found

    def scraped(self, selector: str, after: float) -> list[Sample]:
        """What the first scrape brought that began after a moment."""

        def first(found: list[Sample]) -> list[Sample]:
            start = min((sample.time for sample in found if sample.time > after), default=None)
            return [sample for sample in found if sample.time == start]

        return first(self.query(f"{selector}[1m]", until=lambda found: bool(first(found))))

    def metadata(self, job: str) -> dict[str, tuple[str, str]]:
        """Type and help of the metrics of a target, as it understood them."""
        answer = json.loads(self.get("/api/v1/targets/metadata", match_target=f'{{job="{job}"}}'))
        return {row["metric"]: (row["type"], row["help"]) for row in answer["data"]}


def samples(series: Any) -> Iterator[Sample]:
    """Of an instant vector or a range vector: https://prometheus.io/docs/prometheus/latest/querying/api/."""
    names = series["metric"]
    labels = frozenset((key, names[key]) for key in names if key not in ("job", "instance", "__name__"))
    for time, value in series.get("values") or [series["value"]]:
        yield Sample(names.get("__name__", ""), labels, float(value), float(time))


@contextmanager
def prometheus(folder: Path, targets: Mapping[str, str], interval: str = "250ms") -> Iterator[Prometheus]:
    """Scrapes `targets` (job to ADDRESS:PORT) once every interval, within which the answer has to be there."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = "".join(JOB.format(name=name, target=target) for name, target in targets.items())
    folder.joinpath("prometheus.yml").write_text(CONFIGURATION.format(jobs=jobs, interval=interval))
    port = free_port()
    options = ["--config.file=prometheus.yml", "--storage.tsdb.path=data", f"--web.listen-address=127.0.0.1:{port}"]
    process = Service(["prometheus", *options], folder)
    with kept(process):
        started = Prometheus(process, port)
        wait_until(started.is_ready, "prometheus ready", seconds=30)
        yield started
