"""The runtime's unit tests pass on the boards as they do on this machine.

unit_tests.cmake lists the files that no board can run, and why. Of the others, numbers by the million are left to the host;
test_number_text.py compares thousands of hard ones.
"""

import re
from pathlib import Path

from board import Board

TESTS = Path(__file__).parents[1]
TOO_MANY_NUMBERS = "Million"


def expected() -> set[tuple[str, str]]:
    """Suite and name of each test in the sources, by reading them."""
    listed = (TESTS / "target" / "unit_tests.cmake").read_text()
    only_on_host = set(re.findall(r"^  (\w+/\w+_test\.cpp)\)? +#", listed, re.MULTILINE))
    [left_out] = re.findall(r'EXCLUDE REGEX "/runtime/(\w+)/"', listed)
    of_layers = [file for file in TESTS.glob("runtime/*/*_test.cpp") if file.parent.name != left_out]
    files = [*of_layers, TESTS / "predecessor" / "predecessor_test.cpp"]
    texts = [file.read_text() for file in files if f"{file.parent.name}/{file.name}" not in only_on_host]
    return {found for text in texts for found in re.findall(r"^(?:TYPED_)?TEST(?:_F)?\((\w+), (\w+)\)", text, re.MULTILINE)}


def test_every_unit_test_passes(board: Board) -> None:
    result = board.run("unit_tests", f"--gtest_filter=-*{TOO_MANY_NUMBERS}*", timeout=240)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-1000:]
    passed = set(re.findall(r"^\[       OK \] (\w+)(?:/\d+)?\.(\w+)", result.stdout, re.MULTILINE))
    wanted = {(suite, name) for suite, name in expected() if TOO_MANY_NUMBERS not in name}
    assert len(wanted) > 150
    assert wanted - passed == set()
