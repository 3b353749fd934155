"""Configures and builds the CMake presets."""

import fcntl
import functools
import subprocess
import sys
from pathlib import Path

from harness.source_tree import ROOT

CORES = ("cortex-m0plus", "cortex-m4")  # the presets of the emulated boards
RUN_ON = ROOT / "tests" / "target" / "run_on"  # runs a program of theirs


@functools.cache
def build(preset: str, *targets: str) -> Path:
    """Brings build/<preset> up to date, once a process, and returns it; `targets`: these only. `tests/size/all` is all that is
    made of that folder. The tools' output is shown when they fail. One process at a time builds a preset."""
    folder = ROOT / "build" / preset
    folder.parent.mkdir(exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not configured(folder):
            _run("cmake", "--preset", preset)
        _run("cmake", "--build", str(folder), "--parallel", "2", "--target", *(targets or ["all"]))
    return folder


def configured(folder: Path) -> bool:
    """Whether what could make a difference that the build itself would not see is older: the presets, and lwIP's tree."""
    made = folder / "build.ninja"
    others = (ROOT / "CMakePresets.json", ROOT / "build" / "lwip")
    return made.exists() and all(made.stat().st_mtime > other.stat().st_ctime for other in others if other.exists())


def _run(*command: str) -> None:
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        sys.stderr.write(result.stdout)
        raise RuntimeError(f"failed: {' '.join(command)}")
