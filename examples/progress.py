"""Runs a command of a build into a log and says on standard error how far it is, for ./examples/run and for examples with a `run` of
their own. Its exit status is that of the command; when that fails, the end of the log is shown.

    progress.py NAME LOG COMMAND…

On a terminal it is one line, `weather_station: building 12/73`, which is written over and gone at the end. Elsewhere each stage has
a line. Nothing is said where nothing is to be done.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

FINISHED = re.compile(r"\[(\d+)/(\d+)\] (.*)")  # a step of ninja, with its NINJA_STATUS as below
LINES_SHOWN = 40  # of the log of a command that fails


class Line:
    """What is said, on a terminal or not."""

    def __init__(self, name: str, output: TextIO) -> None:
        self._name = name
        self._output = output
        self._terminal = output.isatty()
        self._stage = ""

    def say(self, stage: str, count: str = "") -> None:
        if self._terminal:
            print(f"\r\x1b[K{self._name}: {stage} {count}".rstrip(), end="", file=self._output, flush=True)
        elif stage != self._stage:
            print(f"{self._name}: {stage}", file=self._output, flush=True)
        self._stage = stage

    def end(self) -> None:
        if self._terminal and self._stage:
            print("\r\x1b[K", end="", file=self._output, flush=True)


def follow(text: str, line: Line) -> None:
    """Says what a line of ninja's output tells."""
    step = FINISHED.match(text)
    if not step or step[3].startswith("Re-checking"):  # which it does each time
        return
    if step[3].startswith("Re-running CMake"):
        line.say("configuring")
    else:
        line.say("building", f"{step[1]}/{step[2]}")


def run(name: str, log: Path, command: Sequence["str | Path"], folder: "Path | None" = None) -> int:
    """Appends the command's output to the log; returns its exit status. The command does not outlive an exception."""
    line = Line(name, sys.stderr)
    if "--build" not in command:
        line.say("configuring")
    environment = {**os.environ, "NINJA_STATUS": "[%f/%t] "}
    start = log.stat().st_size if log.exists() else 0
    with log.open("a", encoding="utf-8") as file, subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace",
    ) as process:
        try:
            assert process.stdout is not None
            for text in process.stdout:
                file.write(text)
                follow(text, line)
            status = process.wait()
        except BaseException:
            process.terminate()
            raise
        finally:
            line.end()
    if status != 0:
        with log.open(encoding="utf-8", errors="replace") as file:
            file.seek(start)
            sys.stderr.writelines(file.readlines()[-LINES_SHOWN:])
        print(f"{name} could not be built; the whole log: {log}", file=sys.stderr)
    return status


if __name__ == "__main__":
    try:
        sys.exit(run(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]))
    except KeyboardInterrupt:
        sys.exit(130)
