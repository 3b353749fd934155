"""An hour of each fuzz target, from its corpus."""

import sys
from pathlib import Path

import pytest

from source_tree import ROOT

sys.path.insert(0, str(ROOT / "tests" / "fuzz"))
import fuzzing  # noqa: E402
from corpus import TARGETS  # noqa: E402


@pytest.mark.parametrize("target", TARGETS)
def test_an_hour_finds_nothing(target: str, tmp_path: Path) -> None:
    print(fuzzing.fuzz(target, tmp_path, seconds=3600)[-2000:])
