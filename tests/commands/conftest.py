"""A tree of its own for ./tests/run and ./examples/run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from harness.source_tree import ROOT

COMMANDS = ("tests/run", "tests/suites.txt", "tests/suites.py", "tests/schedule.py", "tests/tally.py", "tests/unit_tests")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with the commands of this one and no suite in it."""
    for name in (*COMMANDS, "tests/setup.sh", "generator/find-python", "examples/run", "examples/progress.py"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, target)
    return tmp_path


def add_test(tree: Path, suite: str, body: str) -> None:
    folder = tree / "tests" / suite
    folder.mkdir(exist_ok=True)
    with (folder / "test_it.py").open("a") as file:
        file.write(body)


def run(tree: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PROMETHEUS_EXPRESS_SETUP": "skip"}
    return subprocess.run([tree / "tests" / "run", *words], env=environment, capture_output=True, text=True)
