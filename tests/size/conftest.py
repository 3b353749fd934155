from pathlib import Path

import pytest

from harness import presets


@pytest.fixture(scope="session", params=presets.CORES)
def folder(request: pytest.FixtureRequest) -> Path:
    """Where the measured programs of one preset are."""
    return presets.build(request.param, "tests/size/all") / "tests" / "size"
