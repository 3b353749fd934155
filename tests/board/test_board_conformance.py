"""The board answers every case of tests/conformance."""

import pytest

from conformance.run import Case, Target, cases, run
from conftest import Board

EVERY = cases(Target("", 0, store="/note"))


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case["id"])
def test_case(case: Case, board: Board) -> None:
    run(case, Target(board.address, board.port, store="/note"))
