"""What ./examples/run says while it builds: examples/progress.py, with stand-ins of cmake and ninja."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from harness.source_tree import ROOT

PROGRESS = ROOT / "examples" / "progress.py"
NINJA = r"""#!/bin/sh
[ "$NINJA_STATUS" = "[%f/%t] " ] || exit 9
printf '[0/2] Re-checking globbed directories...\n'
printf '[0/1] Re-running CMake...\n-- Configuring done\n'
printf '[1/12] Building CXX object a.o\nnote: [7/9] of a compiler\n[12/12] Linking it\n'
"""


def command(folder: Path, script: str) -> "list[str | Path]":
    (folder / "cmake").write_text(script)
    (folder / "cmake").chmod(0o755)
    return [sys.executable, PROGRESS, "station", folder / "log", folder / "cmake", "--build"]


def test_without_a_terminal_each_stage_is_a_line(tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path, NINJA), capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "station: configuring\nstation: building\n")
    assert "note: [7/9] of a compiler\n" in (tmp_path / "log").read_text()


def test_on_a_terminal_one_line_counts_and_is_gone_at_the_end(tmp_path: Path) -> None:
    reader, writer = pty.openpty()
    with os.fdopen(reader, "rb", buffering=0) as shown:
        status = subprocess.run(command(tmp_path, NINJA), stdin=subprocess.DEVNULL, stderr=writer).returncode
        os.close(writer)
        said = shown.read(4096).decode()
    lines = said.split("\r\x1b[K")
    assert status == 0
    assert lines == ["", "station: configuring", "station: building 1/12", "station: building 12/12", ""]


def test_where_nothing_is_to_be_done_nothing_is_said(tmp_path: Path) -> None:
    script = "#!/bin/sh\necho '[0/2] Re-checking globbed directories...'\necho 'ninja: no work to do.'\n"
    done = subprocess.run(command(tmp_path, script), capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("lines", [2, 100])
def test_a_failure_shows_the_end_of_its_own_output_and_names_the_log(lines: int, tmp_path: Path) -> None:
    (tmp_path / "log").write_text("of the command before\n")
    script = f"#!/bin/sh\nfor i in $(seq {lines}); do echo \"line $i\"; done\nexit 3\n"
    done = subprocess.run(command(tmp_path, script), capture_output=True, text=True)
    shown = "".join(f"line {number}\n" for number in range(max(1, lines - 39), lines + 1))
    assert done.returncode == 3
    assert done.stderr == f"{shown}station could not be built; the whole log: {tmp_path}/log\n"


@pytest.mark.parametrize("configured", [False, True])
def test_an_example_is_built_alone_in_a_folder_of_examples(configured: bool, tree: Path, tmp_path: Path) -> None:
    for name in ("minimal", "other"):
        (tree / "examples" / name).mkdir()
        (tree / "examples" / name / "metrics.yaml").touch()
    (tree / "CMakePresets.json").touch()
    program = tree / "build" / "examples" / "examples" / "minimal" / "minimal"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s|" "$PWD" "$@"\nexit 7\n')
    program.chmod(0o755)
    if configured:
        (tree / "build" / "examples" / "build.ninja").touch()
    (tree / "bin").mkdir()
    (tree / "bin" / "cmake").write_text(f'#!/bin/sh\necho "$@" >>{tree}/calls\n')
    (tree / "bin" / "cmake").chmod(0o755)
    environment = {**os.environ, "PROMETHEUS_EXPRESS_SETUP": "skip", "PATH": f"{tree}/bin:{os.environ['PATH']}"}
    here = tmp_path / "here"
    here.mkdir()
    done = subprocess.run([tree / "examples" / "run", "minimal", "a b"], cwd=here, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (7, f"{here}|a b|")
    calls = (tree / "calls").read_text().splitlines()
    assert calls == ["--preset examples"] * (not configured) + ["--build --preset examples --target minimal"]
