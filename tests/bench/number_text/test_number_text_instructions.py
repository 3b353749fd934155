"""With the full table a double takes at most half the instructions of std::to_chars."""

import pytest

import measure


@pytest.mark.parametrize("numbers", ["double_mixed", "double_random"])
def test_double_takes_at_most_half_of_to_chars(numbers: str) -> None:
    assert measure.instructions(numbers, "full") <= measure.instructions(numbers, "to_chars") / 2


def test_two_runs_agree() -> None:
    assert measure.instructions("double_mixed", "full") == measure.instructions("double_mixed", "full")
