"""Nothing is lost or torn when an interrupt updates what the main loop updates and renders, wherever it comes.

Under -icount QEMU takes an interrupt behind exactly the instruction at which the timer asks for it. Each instruction by
itself, in blocks of one, is a second way to the same: the figures agree to the last reading.
"""

import re

from board import Board


def results(board: Board, guard: str, interrupts: int, *options: str) -> tuple[int, dict[str, int]]:
    result = board.run(f"interrupts_{guard}", str(interrupts), timeout=300, options=options)
    assert result.returncode in (0, 1), result.stdout + result.stderr
    numbers = re.findall(r"(\d+) (\w+)", result.stdout)
    return result.returncode, {name: int(number) for number, name in numbers}


def test_a_million_interrupts_lose_and_tear_nothing(board: Board) -> None:
    status, numbers = results(board, "masking", 1_000_000)
    assert (numbers["interrupts"], numbers["metrics"], numbers["torn"]) == (1_000_000, 0, 0)
    assert numbers["updates"] > 5_000 and numbers["pages"] > 50
    assert status == 0


def test_nor_where_each_instruction_is_a_block_of_its_own(board: Board) -> None:
    status, numbers = results(board, "masking", 50_000, "--single-step")
    assert (numbers["metrics"], numbers["torn"]) == (0, 0)
    assert status == 0
    assert numbers == results(board, "masking", 50_000)[1]


def test_without_the_guard_updates_are_lost_and_readings_torn(board: Board) -> None:
    status, numbers = results(board, "nothing", 50_000)
    assert status == 1
    assert numbers["metrics"] > 0 and numbers["torn"] > 0
