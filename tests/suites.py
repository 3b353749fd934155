"""The table of the suites, suites.txt, and the commands that build and run them."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRMWARES = ("mps2", "w5500_evb_pico", "feather_m4")  # the examples', which are projects of their own
LIMIT_OF_A_BUILD = 3600  # seconds


@dataclass(frozen=True)
class Job:
    """A command that runs beside others."""

    name: str
    command: tuple[str, ...]
    limit: int  # seconds
    busy: float  # processors
    after: frozenset[str] = frozenset()  # builds, by their names


@dataclass(frozen=True)
class Suite:
    name: str
    runs: frozenset[str]
    limit: int
    busy: str
    tool: str
    needs: tuple[str, ...]

    @property
    def folder(self) -> "str | None":
        """Of its Python tests, below tests/."""
        return self.tool.partition(":")[2] or None

    def job(self, report: Path, processors: int) -> Job:
        if self.folder:
            options = ("--color=no", "-p", "no:cacheprovider", "-ra", f"--junitxml={report}")
            command = (sys.executable, "-m", "pytest", *options, f"tests/{self.folder}")
        else:
            preset = self.needs[0].partition(":")[0]
            command = ("tests/unit_tests", str(report), preset, *targets(preset, self.needs))
        busy = processors if self.busy == "all" else min(float(self.busy), processors)
        return Job(self.name, command, self.limit, busy, frozenset(build_name(need) for need in self.needs))


def read_suites(text: str) -> list[Suite]:
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return [Suite(name, frozenset(runs.split(",")), int(limit), busy, tool, tuple(needs))
            for name, runs, limit, busy, tool, *needs in rows]  # fmt: skip


def build_name(need: str) -> str:
    return f"build-{need.partition(':')[0]}"


def targets(preset: str, needs: Iterable[str]) -> list[str]:
    """What of a preset is to be built: everything, where somebody needs that."""
    wanted = dict.fromkeys(what for need in needs for name, _, what in [need.partition(":")] if name == preset)
    if "" in wanted:
        return ["all"]
    return [f"{what}/all" if (ROOT / what).is_dir() else what for what in wanted]


def builds(suites: Iterable[Suite], processors: int) -> list[Job]:
    """One for each preset that the suites need. It goes on behind what cannot be built: whose suite says so."""
    needs = [need for suite in suites for need in suite.needs]
    jobs = []
    for preset in dict.fromkeys(need.partition(":")[0] for need in needs):
        if preset in FIRMWARES:
            command = ("examples/run", preset, "--build-only")
        else:
            steps = 'cmake --preset "$0" && cmake --build "build/$0" -j"$(nproc)" --target "$@" -- -k 0'
            command = ("bash", "-c", steps, preset, *targets(preset, needs))
        jobs.append(Job(build_name(preset), command, LIMIT_OF_A_BUILD, processors))
    return jobs


def processors() -> int:
    return len(os.sched_getaffinity(0))
