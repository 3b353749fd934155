"""The skeleton of the porting guide compiles as it stands, with what it says is needed."""

import re
import subprocess
from pathlib import Path

import pytest

from harness.source_tree import ROOT

GUIDE = ROOT / "runtime" / "PORTING.md"


@pytest.mark.parametrize("compiler", ["g++", "arm-none-eabi-g++"])
def test_skeleton_compiles(compiler: str, tmp_path: Path) -> None:
    [skeleton] = re.findall(r"^```cpp\n(.*?)^```$", GUIDE.read_text(), re.MULTILINE | re.DOTALL)
    source = tmp_path / "tcp.cpp"
    source.write_text(f"{skeleton}\nstatic_assert(!std::is_abstract_v<Tcp<4>>);\ntemplate class Tcp<4>;\n")
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'runtime' / 'include'}", source]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout


def test_headers_that_the_guide_names_exist() -> None:
    named = re.findall(r"\]\((include/[^)]*)\)", GUIDE.read_text())
    assert len(named) == 13
    assert [name for name in named if not (GUIDE.parent / name).is_file()] == []
