"""The board answers every case of tests/conformance."""

import sys

import pytest

from conftest import Board
from source_tree import ROOT

sys.path.insert(0, str(ROOT / "tests" / "conformance"))
from run import Case, Target, cases, run  # noqa: E402

EVERY = cases(Target("", 0, store="/note"))


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case["id"])
def test_case(case: Case, board: Board) -> None:
    run(case, Target(board.address, board.port, store="/note"))
