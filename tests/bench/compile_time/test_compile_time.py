"""10,000 series are generated and compiled in a time that grows with their number and not faster. The goals are of processor time and
several times what is needed, so that a busy machine does not miss them."""

import pytest

import measure

GOALS = {"generator": 2.0, "g++": 20.0, "clang++": 20.0}  # seconds
LINEAR = 3.0  # twice the series: 2 where linear, 4 where quadratic


@pytest.fixture(scope="module", params=measure.SHAPES)
def costs(request: pytest.FixtureRequest) -> dict[int, dict[str, measure.Cost]]:
    return {series: measure.costs(request.param, series) for series in measure.COUNTS}


@pytest.mark.parametrize("step", GOALS)
def test_time_of_10_000_series(step: str, costs: dict[int, dict[str, measure.Cost]]) -> None:
    half, full = (costs[series][step] for series in measure.COUNTS)
    print(f"{step}: {half.seconds:.2f} s and {full.seconds:.2f} s")
    assert full.seconds < GOALS[step]
    assert full.seconds < LINEAR * half.seconds
