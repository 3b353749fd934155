"""Counted instructions are those that one counts by reading the code, and the same in every run."""

from board import Board

# The loop is `subs` and `bne`: two instructions a turn.
EXPECTED = {
    "nothing": 0,
    "one_nop": 1,
    "hundred_nops": 100,
    "thousand_nops": 1000,
    "million_turns_more": 2_000_000,
}


def test_known_code_counts_exactly(board: Board) -> None:
    result = board.run("instruction_counter_check")
    assert result.returncode == 0
    counts = dict(line.split() for line in result.stdout.splitlines())
    assert {name: int(count) for name, count in counts.items()} == EXPECTED


def test_two_runs_agree(board: Board) -> None:
    first, second = (board.run("instruction_counter_check").stdout for _ in range(2))
    assert first == second != ""
