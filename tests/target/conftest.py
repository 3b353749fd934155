import pytest

from board import Board
from harness import presets


@pytest.fixture(scope="session", params=presets.CORES)
def board(request: pytest.FixtureRequest) -> Board:
    return Board(request.param)
