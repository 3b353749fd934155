"""The figures of the bench table repeat exactly, and keep their bounds."""

import pytest

import measure
from measure import presets

LINES = 18


@pytest.fixture(scope="module", params=presets.PRESETS)
def preset(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def counts(preset: str) -> dict[str, int]:
    return measure.counts(preset)


def test_two_runs_agree(preset: str, counts: dict[str, int]) -> None:
    assert counts == measure.counts(preset)
    assert min(counts.values()) > 0


def test_the_page_is_the_same_whatever_its_values_are_stored_as(preset: str) -> None:
    pages = [measure.page(preset, value) for value in ("decimal", "float", "double")]
    assert pages[0] == pages[1] == pages[2]
    samples = [line for line in pages[0].splitlines() if not line.startswith("#")]
    assert len(samples) == LINES
    assert 'prom_express_temperature_celsius{sensor="bme680"} 24.7359' in samples


def test_interrupts_are_masked_for_ten_instructions_at_most(preset: str) -> None:
    masked = measure.longest_masked(preset)
    assert len(masked) == 16
    assert {name: count for name, count in masked.items() if not 0 < count <= 10} == {}


# A line more on a page, by how its value is stored.
BOUNDS = {
    "cortex-m0plus": {"weather_decimal.line": 460, "weather_float.line": 1200, "weather_double.line": 2100},
    "cortex-m4": {"weather_decimal.line": 230, "weather_float.line": 350, "weather_double.line": 1000},
}


def test_a_line_keeps_its_bound(preset: str, counts: dict[str, int]) -> None:
    assert {name: counts[name] for name, bound in BOUNDS[preset].items() if counts[name] > bound} == {}
