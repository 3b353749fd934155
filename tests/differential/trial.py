"""Random schemas and operations, generated, compiled and run in batches, and what came of each."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from differential.comparison import Difference, compare
from differential.operations import Script, functions
from differential.random_schema import make
from harness.source_tree import ROOT, RUNTIME_INCLUDE
from prometheus_express.cpp.render import render
from prometheus_express.pipeline import plan
from prometheus_express.problems.problem import has_errors
from prometheus_express.problems.shown import render_problems

HERE = Path(__file__).parent
FAILED = ROOT / "build" / "differential" / "failed"
# Warnings of generated code would be its user's, too; -O0 because most of the time goes into compiling.
FLAGS = ("-std=c++20", "-O0", "-Wall", "-Wextra", "-Wno-overlength-strings", f"-I{RUNTIME_INCLUDE}", f"-I{HERE}")
BATCH = 10
WRITING = Lock()  # the client's order of labels is switched for all threads


@dataclass
class Trial:
    """One schema with its operations."""

    seed: str
    folder: Path
    problem: str = ""
    script: Script = field(init=False)
    largest: list[int] = field(init=False)
    statements: list[str] = field(init=False)

    @property
    def name(self) -> str:
        return self.folder.name

    def write(self) -> None:
        """The schema, and what the generator makes of it."""
        schema = make(self.seed, self.name)
        self.folder.mkdir(parents=True)
        path = self.folder / "metrics.json"
        path.write_text(schema.text(), encoding="utf-8")
        planned = plan(path)
        if planned.product is None or has_errors(planned.problems):
            self.problem = "the generator refuses the schema:\n" + render_problems(planned.problems)
            return
        firmware = planned.product.firmware
        for name, text in render(firmware).items():
            (self.folder / name).write_text(text, encoding="utf-8")
        self.largest = [page.largest for page in firmware.pages]
        self.script = Script(schema, self.seed + " operations")
        self.statements = self.script.statements()

    def program(self) -> str:
        """Its part of a program: all that is done to it, in one function."""
        schema = self.script.schema
        constants = f"  {self.name}::ConstantLabels constant_labels;\n" if any(c.max_length for c in schema.constants) else ""
        members = "\n".join(functions(schema, self.script.client))
        body = "\n".join(f"  {statement}" for statement in self.statements)
        return (
            f'#include "{self.name}/{self.name}.cpp"\n'
            f"namespace of_{self.name} {{\n"
            f"struct Application {{\n  {self.name}::Metrics metrics;\n{constants}{members}\n}};\n"
            f"void run() {{\n  static Application application;\n{body}\n}}\n}}\n"
        )

    def judge(self, pages: Sequence[bytes]) -> None:
        expected = self.script.expected
        if len(pages) != len(expected):
            self.problem = f"{len(pages)} pages, where {len(expected)} were to be written"
        for number, (page, wanted) in enumerate(zip(pages, expected)):
            (self.folder / f"page_{number}.txt").write_bytes(page)
            (self.folder / f"client_{number}.txt").write_bytes(wanted)
            try:
                compare(page, wanted, self.script.client.lines_of_a_child)
                largest = self.largest[number % len(self.largest)]
                if len(page) > largest:
                    raise Difference(f"{len(page)} bytes, where the receipt says at most {largest}")
            except Difference as difference:
                self.problem = f"page_{number}.txt is not client_{number}.txt: {difference}"
                return

    def keep(self) -> None:
        """A failed trial, with a program of its own, stays where it can be looked at."""
        kept = FAILED / self.name
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.folder, kept / self.name)
        (kept / "problem.txt").write_text(f"seed {self.seed}\n{self.problem}\n", encoding="utf-8")
        if hasattr(self, "statements"):
            (kept / "main.cpp").write_text(program([self]), encoding="utf-8")
        self.problem = f"{self.problem}\nseed {self.seed!r}; the case stands in {kept}"


def program(trials: Sequence[Trial]) -> str:
    calls = "\n".join(f"  of_{trial.name}::run();" for trial in trials)
    return '#include "driver.hpp"\n' + "".join(trial.program() for trial in trials) + f"int main() {{\n{calls}\n}}\n"


def pages_of(output: bytes) -> dict[str, list[bytes]]:
    pages: dict[str, list[bytes]] = {}
    while output:
        head, _, rest = output.partition(b"\n")
        _, name, _, size = head.split(b" ")
        pages.setdefault(name.decode(), []).append(rest[: int(size)])
        output = rest[int(size) :]
    return pages


def build_library(folder: Path) -> Path:
    """What of the runtime the pages need."""
    sources = [s for s in sorted((ROOT / "runtime" / "src").glob("[be]*/*.cpp")) if s.name != "double_text_compact.cpp"]
    subprocess.run(["g++", *FLAGS[:2], *FLAGS[-2:], "-c", *map(str, sources)], cwd=folder, check=True)
    library = folder / "runtime.a"
    subprocess.run(["ar", "rcs", library, *(source.stem + ".o" for source in sources)], cwd=folder, check=True)
    return library


def run_batch(trials: Sequence[Trial], folder: Path, library: Path) -> None:
    """Compiles trials as one program and judges what it writes; where it cannot be compiled or ends early, each by itself."""
    for trial in trials:
        with WRITING:
            if not trial.folder.exists():
                trial.write()
    sound = [trial for trial in trials if not trial.problem]
    if not sound:
        return
    main, binary = folder / f"{sound[0].name}_main.cpp", folder / f"{sound[0].name}_main"
    main.write_text(program(sound), encoding="utf-8")
    command = ["g++", *FLAGS, f"-I{folder}", *(f"-I{t.folder}" for t in sound), "-o", binary, main, library]
    built = subprocess.run(command, capture_output=True, text=True, errors="replace")
    done = subprocess.run([binary], capture_output=True, timeout=60) if built.returncode == 0 else None
    binary.unlink(missing_ok=True)
    if built.stderr or done is None or done.returncode != 0:
        if len(sound) > 1:
            for trial in sound:
                run_batch([trial], folder, library)
            return
        sound[0].problem = f"it does not compile:\n{built.stderr[:4000]}" if built.stderr else f"it ended with {done and done.returncode}"
        return
    pages = pages_of(done.stdout)
    for trial in sound:
        trial.judge(pages.get(trial.name, []))


def run_trials(seed: str, numbers: Sequence[int], folder: Path) -> Iterator[Trial]:
    """A trial for each number; what failed is kept. Two compilers at a time."""
    library = build_library(folder)
    trials = [Trial(f"{seed}/{number}", folder / f"s{number}") for number in numbers]
    batches = [trials[start : start + BATCH] for start in range(0, len(trials), BATCH)]
    with ThreadPoolExecutor(2) as pool:
        for batch, _ in zip(batches, pool.map(lambda batch: run_batch(batch, folder, library), batches)):
            for trial in batch:
                if trial.problem:
                    trial.keep()
                shutil.rmtree(trial.folder, ignore_errors=True)
                vars(trial).pop("script", None)  # its pages
                yield trial
