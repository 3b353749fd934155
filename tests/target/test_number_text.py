"""Numbers read on the boards as on this machine, where the unit tests hold them against std::to_chars and ECMAScript.

The boards run other code: digits one by one, the compact table, and on Cortex-M0+ multiplications in 16-bit pieces.
"""

import subprocess

from board import Board
from harness import presets


def test_texts_and_checksums_are_those_of_the_host(board: Board) -> None:
    host = presets.build("host", "number_text_vectors") / "tests" / "target" / "number_text_vectors"
    expected = subprocess.run([host], check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(expected) > 9_000
    result = board.run("number_text_vectors", timeout=120)
    assert result.returncode == 0
    texts = result.stdout.splitlines()
    differences = [f"line {n}: {a} instead of {b}" for n, (a, b) in enumerate(zip(texts, expected), 1) if a != b]
    assert differences == []
    assert len(texts) == len(expected)
