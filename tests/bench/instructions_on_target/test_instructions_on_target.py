"""The figures of the bench table repeat exactly, and keep their bounds."""

import http.client
import io

import pytest

import measure
from measure import presets

LINES = 18


@pytest.fixture(scope="module", params=presets.CORES)
def preset(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def counts(preset: str) -> dict[str, int]:
    return measure.counts(preset)


def test_two_runs_agree(preset: str, counts: dict[str, int]) -> None:
    assert counts == measure.counts(preset)
    assert min(counts.values()) > 0


def test_the_page_is_the_same_whatever_its_values_are_stored_as(preset: str) -> None:
    pages = [measure.output(preset, name) for name in measure.WEATHER]
    assert pages[0] == pages[1] == pages[2]
    samples = [line for line in pages[0].decode().splitlines() if not line.startswith("#")]
    assert len(samples) == LINES
    assert 'prom_express_temperature_celsius{sensor="bme680"} 24.7359' in samples


class Received:
    """A response as a socket, for http.client."""

    def __init__(self, bytes_: bytes) -> None:
        self.bytes = bytes_

    def makefile(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self.bytes)


@pytest.mark.parametrize("name", measure.NETWORK)
def test_the_page_comes_whole_through_the_network(name: str) -> None:
    response = http.client.HTTPResponse(Received(measure.output("cortex-m4", name)))  # type: ignore[arg-type]
    response.begin()
    assert response.status == 200
    assert response.read() == measure.output("cortex-m4", "weather_decimal")


def test_interrupts_are_masked_for_twelve_instructions_at_most(preset: str) -> None:
    masked = measure.longest_masked(preset)
    assert len(masked) == 16
    assert {name: count for name, count in masked.items() if not 0 < count <= 12} == {}


# A line more on a page, by how its value is stored, and a whole scrape.
BOUNDS = {
    "cortex-m0plus": {"weather_decimal.line": 450, "weather_float.line": 1200, "weather_double.line": 2100},
    "cortex-m4": {
        "weather_decimal.line": 200,
        "weather_float.line": 350,
        "weather_double.line": 1000,
        "network_decimal.scrape": 25000,
        "network_float.scrape": 25000,
    },
}


def test_what_there_is_a_goal_for_keeps_its_bound(preset: str, counts: dict[str, int]) -> None:
    assert {name: counts[name] for name, bound in BOUNDS[preset].items() if counts[name] > bound} == {}
