"""The README's three files, built as they stand, give the output that it shows."""

import re
import subprocess
from pathlib import Path

import pytest

from harness.services import server
from harness.source_tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, starts: str) -> str:
    """The code block of a language whose text starts like this."""
    found = [text for text in re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL) if text.startswith(starts)]
    assert len(found) == 1, f"one {language} block starting with {starts!r}"
    return found[0]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("greenhouse")
    (folder / "prometheus_express").symlink_to(ROOT)
    (folder / "metrics.yaml").write_text(block("yaml", "version: 1"))
    (folder / "main.cpp").write_text(block("cpp", "#include"))
    (folder / "CMakeLists.txt").write_text(block("cmake", "cmake_minimum_required"))
    for command in (["cmake", "-G", "Ninja", "-B", "build"], ["cmake", "--build", "build"]):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_page_is_the_one_shown(project: Path, tmp_path: Path) -> None:
    with server(project / "build" / "greenhouse", tmp_path) as greenhouse:
        shown = subprocess.run(["curl", "-si", greenhouse.url()], capture_output=True, text=True, check=True).stdout
    assert shown.replace("\r\n", "\n") == block("console", "$ curl").partition("\n")[2]


def test_the_error_is_the_one_shown(project: Path) -> None:
    schema = project / "metrics.yaml"
    right = schema.read_text()
    try:
        schema.write_text(right.replace("type: gauge", "type: guage"))
        command, _, shown = block("console", "$ prometheus_express").removeprefix("$ ").partition("\n")
        done = subprocess.run(command.split(), cwd=project, capture_output=True, text=True)
    finally:
        schema.write_text(right)
    assert (done.returncode, done.stderr) == (1, shown)


def test_main_is_fifteen_lines_at_most() -> None:
    code = [line for line in block("cpp", "#include").splitlines() if line.strip()]
    assert len(code) <= 15
