"""What became of each mutant: kept as JSON, a line each, and shown as a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

SURVIVED, DRIFT, COMPILER = "SURVIVED", "drift", "compiler"


@dataclass(frozen=True)
class Result:
    """`suite` noticed it with `test`, or is SURVIVED. COMPILER: it is no program, and says nothing about the tests."""

    id: str
    file: str
    line: str  # the source line without its indentation
    change: str
    suite: str
    test: str
    seconds: int
    asked: Sequence[str]  # the suites that were run

    @property
    def needs_a_reason(self) -> bool:
        """Only a comparison with checked-in files noticed it, which a refresh makes right again, or nothing did."""
        return self.suite in (SURVIVED, DRIFT)


class Results:
    """The results of a run so far."""

    def __init__(self, file: Path, resume: bool) -> None:
        self.file = file
        self.known: dict[str, Result] = {}
        if resume and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                fields: dict[str, Any] = json.loads(line)
                self._keep(Result(**fields))
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("", encoding="utf-8")

    def add(self, result: Result) -> None:
        self._keep(result)
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")

    def _keep(self, result: Result) -> None:
        self.known[result.id] = result


def accepted(file: Path, result: Result) -> str:
    """The reason why this change changes nothing that matters; empty when there is none."""
    entries: Sequence[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    for entry in entries:
        if fnmatch(result.file, entry["file"]) and entry["line"] == result.line and entry["change"] == result.change:
            return str(entry["reason"])
    return ""


def table(results: Iterable[Result], accepted_file: Path) -> str:
    rows = ["| mutant | line | noticed by | first failing test |", "|---|---|---|---|"]
    for one in results:
        reason = accepted(accepted_file, one) if one.needs_a_reason else ""
        shown = f"{one.suite}, accepted" if reason else one.suite
        rows.append("| " + " | ".join(_cell(text) for text in (one.id, f"`{one.line[:90]}`", shown, reason or one.test)) + " |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def summary(results: Sequence[Result], accepted_file: Path) -> str:
    counts = Counter(one.suite for one in results)
    good = sum(1 for one in results if one.needs_a_reason and accepted(accepted_file, one))
    lines = [f"{count:4} {name}" for name, count in counts.most_common()]
    programs = len(results) - counts[COMPILER]
    wanting = counts[SURVIVED] + counts[DRIFT]
    return "\n".join([*lines, f"{len(results)} mutants, {programs} of them programs; {wanting} need a reason, {good} have one"])
