import pytest

import presets
from board import Board


@pytest.fixture(scope="session", params=presets.PRESETS)
def board(request: pytest.FixtureRequest) -> Board:
    return Board(request.param)
