"""The commands of the README on a Debian that holds nothing yet, of each release that they are promised for."""

import os
import shutil
import subprocess

import pytest

from harness.source_tree import ROOT


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("debootstrap"), reason="needs root and debootstrap")
@pytest.mark.parametrize("release", ["bookworm", "trixie"])
def test_the_commands_of_the_readme_need_nothing_but_debian(release: str) -> None:
    commands = ("./examples/run --port 0 --seconds 1", "./tests/run setup", "./tests/run setup", "./tests/run")
    subprocess.run([ROOT / "tests" / "fresh_machine", *commands], env={**os.environ, "SUITE": release}, check=True)
