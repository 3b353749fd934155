"""The figures of the bench table repeat exactly."""

import subprocess
import sys
from pathlib import Path

import pytest

TARGET = Path(__file__).parents[2] / "target"
sys.path.insert(0, str(TARGET))
import presets  # noqa: E402


def counts(preset: str) -> dict[str, int]:
    program = presets.build(preset) / "tests/bench/instructions_on_target/instructions_on_target.elf"
    output = subprocess.run([TARGET / "run_on", program], check=True, capture_output=True, text=True).stdout
    return {name: int(count) for name, count in map(str.split, output.splitlines())}


@pytest.mark.parametrize("preset", presets.PRESETS)
def test_two_runs_agree(preset: str) -> None:
    first = counts(preset)
    assert first == counts(preset)
    assert min(first.values()) > 0
