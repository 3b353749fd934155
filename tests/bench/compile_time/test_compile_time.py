"""10,000 series are generated and compiled at a cost that grows with their number and not faster. The generator's is counted in calls;
the compilers' in memory, since a test of their time would be one of the machine: measure.py shows it."""

from pathlib import Path

import pytest

import measure
from harness.steps import steps_of
from prometheus_express.pipeline import run

CALLS_PER_SERIES = 800  # the most; twice what either shape takes
MEBIBYTES = 400  # the most at 10,000 series; twice what either compiler takes
LINEAR = 2.5  # the most for twice the series: 2 where linear, 4 where quadratic


@pytest.mark.parametrize("shape", measure.SHAPES)
def test_calls_of_the_generator(shape: str, tmp_path: Path) -> None:
    schema = tmp_path / "metrics.json"
    found = {}
    for series in measure.COUNTS:
        schema.write_text(measure.schema(shape, series))
        made, found[series] = steps_of(lambda: run(schema), CALLS_PER_SERIES * series)
        assert made.product
    half, full = found.values()
    assert full < LINEAR * half


@pytest.fixture(scope="module", params=measure.SHAPES)
def costs(request: pytest.FixtureRequest) -> list[dict[str, measure.Cost]]:
    return [measure.costs(request.param, series, runs=1) for series in measure.COUNTS]


@pytest.mark.parametrize("step", ["generator", "g++", "clang++"])
def test_memory(step: str, costs: list[dict[str, measure.Cost]]) -> None:
    half, full = (each[step].mebibytes for each in costs)
    print(f"{step}: {half:.0f} MiB and {full:.0f} MiB")
    assert full < MEBIBYTES
    assert full < LINEAR * half
