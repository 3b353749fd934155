#!/usr/bin/env -S tests/python
"""Instructions a number takes on this machine, beside std::to_chars: counted by valgrind, the same in every run.

    tests/bench/number_text/measure.py     builds the preset host and prints the table
"""

import re
import subprocess
from pathlib import Path

from harness import presets

COUNT = 9_999
WAYS = {
    "double_mixed": ("to_chars", "full", "compact"),
    "double_random": ("to_chars", "full", "compact"),
    "float_mixed": ("to_chars", "format"),
    "float_random": ("to_chars", "format"),
    "uint32": ("to_chars", "format"),
    "uint64": ("to_chars", "format"),
}


def program() -> Path:
    return presets.build("host", "number_text_bench") / "tests" / "bench" / "number_text" / "number_text_bench"


def instructions(numbers: str, way: str, count: int = COUNT) -> float:
    """For one number, on average."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*measured*"]
    line = [*valgrind, str(program()), numbers, way, str(count)]
    report = subprocess.run(line, check=True, capture_output=True, text=True).stderr
    found = re.search(r"Collected : (\d+)", report)
    if not found or found[1] == "0":
        raise RuntimeError(f"valgrind counted nothing: {report}")
    return int(found[1]) / count


def table() -> str:
    lines = ["| numbers | way | instructions a number | of std::to_chars |", "|---|---|--:|--:|"]
    for numbers, ways in WAYS.items():
        counts = {way: instructions(numbers, way) for way in ways}
        for way, each in counts.items():
            lines.append(f"| {numbers} | {way} | {each:.1f} | {each / counts['to_chars']:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
