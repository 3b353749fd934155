import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "target"))
import presets  # noqa: E402


@pytest.fixture(scope="session", params=presets.PRESETS)
def folder(request: pytest.FixtureRequest) -> Path:
    """Where the measured programs of one preset are."""
    return presets.build(request.param) / "tests" / "size"
