"""tests/unit_tests, with programs that stand for those of GoogleTest, and tools that stand for CMake's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.source_tree import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from tally import tally  # noqa: E402

WRITES = 'for word; do case $word in --gtest_output=xml:*) printf "%s" "$XML" > "${word#*xml:}";; esac; done\n'
PASSED = '<testsuites><testsuite><testcase name="a" status="run"/><testcase name="b" status="run"/></testsuite></testsuites>'
FAILED = '<testsuites><testsuite><testcase name="a"><failure/></testcase><testcase name="b"/></testsuite></testsuites>'
SKIPPED = '<testsuites><testsuite><testcase name="a" status="run" result="skipped"><skipped/></testcase></testsuite></testsuites>'
PROGRAMS = {
    "passes": (PASSED, "exit 0", (2, 0, 0)),
    "fails": (FAILED, "echo why it fails; exit 1", (1, 1, 0)),
    "skips": (SKIPPED, "exit 0", (0, 0, 1)),
    "crashes": (None, "echo last words; kill -SEGV $$", (0, 1, 0)),
    "leaks": (PASSED, "echo 42 bytes leaked; exit 23", (2, 1, 0)),  # as a sanitizer says it, when all tests are done
}


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def run(folder: Path, names: "list[str]", build: str = "exit 0") -> "tuple[subprocess.CompletedProcess[str], tuple[int, int, int]]":
    """Runs the programs of these names, each of which ctest lists with two tests."""
    listed = []
    for name in names:
        xml, end, _ = PROGRAMS[name]
        program = script(folder / "programs" / name, (f"XML='{xml}'\n{WRITES}" if xml else "") + end)
        one = {"command": [str(program), "--gtest_filter=X.a"], "properties": [{"name": "WORKING_DIRECTORY", "value": str(folder)}]}
        listed += [{**one, "name": f"{name}.a"}, {**one, "name": f"{name}.b"}]
    script(folder / "bin" / "ctest", f"cat <<'END'\n{json.dumps({'tests': listed})}\nEND")
    script(folder / "bin" / "cmake", build)
    (folder / "build" / "host").mkdir(parents=True)
    environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    command = [ROOT / "tests" / "unit_tests", folder / "report.xml", "host", "all"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done, tally(str(folder / "report.xml"), done.returncode)


@pytest.mark.parametrize("name", sorted(PROGRAMS))
def test_the_tests_of_a_program_are_counted(name: str, tmp_path: Path) -> None:
    _, counts = run(tmp_path, [name, "passes"])
    _, _, expected = PROGRAMS[name]
    assert counts == (expected if name == "passes" else (expected[0] + 2, *expected[1:]))


@pytest.mark.parametrize(("name", "says"), [("fails", "why it fails"), ("crashes", "last words"), ("leaks", "42 bytes leaked")])
def test_what_a_failing_program_printed_is_shown(name: str, says: str, tmp_path: Path) -> None:
    done, _ = run(tmp_path, [name])
    assert done.returncode == 1 and says in done.stdout


def test_what_cannot_be_built_fails_and_the_rest_is_run(tmp_path: Path) -> None:
    done, counts = run(tmp_path, ["passes"], build="exit 1")
    assert (done.returncode, counts) == (1, (2, 1, 0))
