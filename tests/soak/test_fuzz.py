"""An hour of each fuzz target, from its corpus."""

from pathlib import Path

import pytest

from fuzz import fuzzing
from fuzz.corpus import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_an_hour_finds_nothing(target: str, tmp_path: Path) -> None:
    print(fuzzing.fuzz(target, tmp_path, seconds=3600)[-2000:])
