"""Ten seconds of each fuzz target, from its corpus, with clang's address and undefined-behaviour sanitizers."""

import re
from pathlib import Path

import pytest

from fuzz import fuzzing
from fuzz.corpus import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_ten_seconds_find_nothing(target: str, tmp_path: Path) -> None:
    report = fuzzing.fuzz(target, tmp_path, seconds=10)
    runs = re.search(r"Done (\d+) runs", report)
    assert runs and int(runs[1]) > 1000, report
