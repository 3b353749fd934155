"""Configures and builds the CMake presets of the emulated boards."""

import functools
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRESETS = ("cortex-m0plus", "cortex-m4")


@functools.cache
def build(preset: str, target: str = "all") -> Path:
    """Brings build/<preset> up to date, once a process, and returns it. The tools' output is shown when they fail."""
    folder = ROOT / "build" / preset
    compile = ["cmake", "--build", str(folder), "--parallel", "2", "--target", target]
    for command in (["cmake", "--preset", preset], compile):
        result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if result.returncode != 0:
            sys.stderr.write(result.stdout)
            raise RuntimeError(f"failed: {' '.join(command)}")
    return folder
