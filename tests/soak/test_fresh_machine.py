import os
import shutil
import subprocess

import pytest

from harness.source_tree import ROOT


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("debootstrap"), reason="needs root and debootstrap")
def test_the_commands_of_the_readme_need_nothing_but_debian() -> None:
    subprocess.run([ROOT / "tests" / "fresh_machine"], check=True)
