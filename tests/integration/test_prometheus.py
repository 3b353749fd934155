"""A real Prometheus scrapes the weather station and the board: what it stored is what the pages said."""

import math
import time
from collections.abc import Callable, Iterator

import pytest

from expected_pages import PAGES
from harness.clients import direct
from harness.prometheus_server import Prometheus, Sample, prometheus
from harness.readers import Series, values
from harness.services import Server

JOBS = ("weather_station", "linux_board")
# What Prometheus adds to each target: https://prometheus.io/docs/concepts/jobs_instances/.
ABOUT_THE_SCRAPE = {
    "up",
    "scrape_duration_seconds",
    "scrape_samples_scraped",
    "scrape_samples_post_metric_relabeling",
    "scrape_series_added",
}


@pytest.fixture(scope="module")
def scraper(shared: Callable[[str], Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    targets = {name: shared(name).place for name in JOBS}
    with prometheus(tmp_path_factory.mktemp("prometheus"), targets) as started:
        yield started


def page(server: Server) -> dict[Series, float]:
    with direct.open(server.url(), timeout=10) as response:
        return values(response.read())


def by_series(samples: list[Sample]) -> dict[Series, float]:
    return {
        (sample.name, sample.labels): sample.value for sample in samples if sample.name not in ABOUT_THE_SCRAPE
    }


@pytest.mark.parametrize("job", JOBS)
def test_the_target_is_up(job: str, scraper: Prometheus) -> None:
    found = scraper.query(f'up{{job="{job}"}}', until=lambda found: [sample.value for sample in found] == [1])
    assert len(found) == 1
    assert scraper.query(f'min_over_time(up{{job="{job}"}}[1h])')[0].value == 1, "no scrape has failed"


@pytest.mark.parametrize("job", JOBS)
def test_all_series_of_the_page_arrive(job: str, scraper: Prometheus) -> None:
    arrived = by_series(scraper.scraped(f'{{job="{job}"}}', after=0))
    assert set(arrived) == PAGES[job].series()
    counted = scraper.query(f'scrape_samples_scraped{{job="{job}"}}')
    assert [sample.value for sample in counted] == [len(arrived)]


@pytest.mark.parametrize("job", JOBS)
def test_prometheus_knows_types_and_help(job: str, scraper: Prometheus) -> None:
    scraper.query(f'up{{job="{job}"}} == 1')
    known = scraper.metadata(job)
    assert known == {family.name: (family.type, family.help) for family in PAGES[job].families}


@pytest.mark.parametrize("job", JOBS)
def test_a_query_gives_the_values_of_the_page(job: str, scraper: Prometheus, shared: Callable[[str], Server]) -> None:
    """Held between a page before the scrape and one behind it; most values are the same on both, and then exact."""
    exact: set[Series] = set()
    for _ in range(3):
        before = page(shared(job))
        arrived = by_series(scraper.scraped(f'{{job="{job}"}}', after=time.time()))
        after = page(shared(job))
        assert set(before) == set(arrived) == set(after)
        for series, value in arrived.items():
            if series[0] == "board_memory_bytes" and ("state", "total") not in series[1]:
                continue  # up and down in between
            low, high = sorted((before[series], after[series]))
            assert low <= value <= high, series
            if low == high:
                exact.add(series)
    assert len(exact) >= (6 if job == "weather_station" else 1), "too much moved to say anything"


def test_counters_rise_as_they_are_counted(scraper: Prometheus) -> None:
    """One reading of each sensor every five seconds, as the schema has it."""
    selector = 'prom_express_sensor_reads_total{job="weather_station",sensor="bme680"}'
    found = scraper.query(f"{selector}[1m]", until=lambda found: bool(found) and found[-1].time - found[0].time >= 11)
    steps = [later.value - earlier.value for earlier, later in zip(found, found[1:])]
    assert min(steps) >= 0
    risen = found[-1].value - found[0].value
    assert math.isclose(risen, (found[-1].time - found[0].time) / 5, abs_tol=1.5)


def test_promql_calculates_with_the_series(scraper: Prometheus) -> None:
    share = 'board_memory_bytes{state="available"} / ignoring(state) board_memory_bytes{state="total"}'
    used = scraper.query(f"1 - {share}")
    assert len(used) == 1 and 0 < used[0].value < 1
    difference = (
        'prom_express_temperature_celsius{sensor="bme680"} - ignoring(sensor) '
        'prom_express_temperature_celsius{sensor="si7021"}'
    )
    assert math.isclose(scraper.query(difference)[0].value, 0, abs_tol=0.2), "both measure the same air, at most 5 s apart"
    assert scraper.query("sum by (job) (prom_express_sensor_reads_total)")[0].value >= 2
