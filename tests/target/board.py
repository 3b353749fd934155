"""An emulated board that runs the programs of one preset."""

import subprocess
from pathlib import Path

from harness import presets
from harness.presets import RUN_ON


class Board:
    """The programs of one preset."""

    def __init__(self, preset: str) -> None:
        self.preset = preset
        self.folder = presets.build(preset, "tests/target/all")

    def run(
        self, program: str, *arguments: str, timeout: int = 30, options: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """`options` are those of run_on."""
        line = [str(RUN_ON), f"--timeout={timeout}", *options, str(self.program(program)), *arguments]
        return subprocess.run(line, capture_output=True, text=True)

    def program(self, name: str) -> Path:
        return self.folder / "tests" / "target" / f"{name}.elf"
