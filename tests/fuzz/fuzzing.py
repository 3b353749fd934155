"""Runs a fuzz target from its corpus for a while; a finding is a failed test that shows the input."""

import subprocess
from pathlib import Path

import pytest

from fuzz.corpus import build, kept, seeds, write

# An input of 4 KiB takes milliseconds; one that takes seconds has found work without a bound.
LIMITS = ("-max_len=4096", "-timeout=10", "-rss_limit_mb=1024")


def fuzz(target: str, folder: Path, seconds: int) -> str:
    """What libFuzzer reported."""
    write(seeds(target) + kept(target), folder / "corpus")
    options = [*LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={folder}/found-"]
    done = subprocess.run(
        [build() / f"fuzz_{target}", *options, folder / "corpus"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=seconds + 120,
    )
    if done.returncode != 0:
        found = {path.name: path.read_bytes() for path in folder.glob("found-*")}
        pytest.fail(f"{done.stdout[-6000:]}\nadd to corpus/{target}.yaml once it is mended: {found}", pytrace=False)
    return done.stdout
