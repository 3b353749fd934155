"""The same random operations on random schemas, done to the official Python client and to our runtime: the pages are alike, byte for
byte but for what comparison.py says. A case that fails is kept in build/differential/failed, and is run again by `--seed`."""

from pathlib import Path

import pytest

from differential.trial import Trial, run_trials

COUNT = 60


@pytest.fixture(scope="module")
def trials(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Trial]:
    folder: Path = tmp_path_factory.mktemp("trials")
    return dict(enumerate(run_trials(request.config.getoption("--seed"), range(COUNT), folder)))


@pytest.mark.parametrize("number", range(COUNT))
def test_random_schema(number: int, trials: dict[int, Trial]) -> None:
    if trials[number].problem:
        pytest.fail(trials[number].problem, pytrace=False)
