"""include: the metrics of further files, as if they stood in the schema before its own."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Optional

from ..problems.problem import Note, Outcome, Problem
from .load import load
from .nodes import Document, Entry, Mapping, Scalar, Sequence
from .shape import make_shape, whole_schema
from .structure import Path as Place, findings

INCLUDED = {"$ref": "#/$defs/included_file"}


def include(document: Document) -> Outcome[Document]:
    """The document with the metrics of every file that it includes, and that those include: each file once, in their order."""
    gathering = _Gathering()
    gathering.take(document, (_Step(os.path.realpath(document.file), Path(document.file).name),))
    own = document.root.entry("metrics")
    files = (document.file, *gathering.files)
    if not gathering.files or own and not isinstance(own.value, Mapping):
        return Outcome(replace(document, files=files), tuple(gathering.problems))
    span = own.value.span if own else document.root.span
    merged = Entry(own.key if own else Scalar("metrics", span), Mapping(tuple(gathering.metrics.values()), span))
    rest = [entry for entry in document.root.entries if entry is not own]
    root = Mapping((*rest, merged), document.root.span)
    return Outcome(Document(document.file, root, files), tuple(gathering.problems))


@dataclass(frozen=True)
class _Step:
    """A file on the way from the schema to an included file: where it is, how it was called, and where that stands."""

    real: str
    called: str
    at: Optional[Scalar] = None


@dataclass
class _Gathering:
    """What the files have brought so far."""

    metrics: dict[str, Entry] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    def take(self, document: Document, way: tuple[_Step, ...]) -> None:
        """`way` leads from the schema to this file."""
        for name in _file_names(document.root):
            path = Path(document.file).parent / name.text
            step = _Step(os.path.realpath(path), name.text, name)
            if any(step.real == before.real for before in way):
                self.refuse_cycle(way, step)
            elif step.real not in self.read:
                self.read.add(step.real)
                self.open(path, name, (*way, step))
        metrics = document.root.get("metrics")
        for entry in metrics.entries if isinstance(metrics, Mapping) else ():
            self.add(entry)

    def open(self, path: Path, name: Scalar, way: tuple[_Step, ...]) -> None:
        loaded = load(path)
        unreadable = [problem for problem in loaded.problems if problem.slug == "unreadable-file"]
        if unreadable:
            message = unreadable[0].message.replace("the file", f"the included file `{path}`")
            fix = "write its path as seen from this file, or delete it"
            self.problems.append(Problem("unreadable-include", message, name.span, fix))
            return
        self.problems += loaded.problems
        self.files.append(str(path))
        if loaded.product is not None:
            called = f"the included file `{path.name}`"
            for finding in findings(loaded.product, make_shape(INCLUDED), called):
                inside = finding.path[:1] == ("metrics",) and len(finding.path) > 1  # is found again in the whole
                if finding.problem and not inside:
                    self.problems.append(_moved(finding.problem, finding.path))
            self.take(loaded.product, way)

    def add(self, entry: Entry) -> None:
        first = self.metrics.setdefault(entry.key.text, entry)
        if first is not entry:
            note = Note("the other stands here", first.key.span)
            message = f"the metric `{entry.key.text}` stands in two files"
            fix = "rename one of the two"
            self.problems.append(Problem("duplicate-metric", message, entry.key.span, fix, (note,)))

    def refuse_cycle(self, way: tuple[_Step, ...], step: _Step) -> None:
        (start,) = (index for index, before in enumerate(way) if before.real == step.real)
        circle = " → ".join(Path(one.called).name for one in (*way[start:], step))
        notes = tuple(Note("and is included here", one.at.span) for one in way[start + 1 :] if one.at)
        assert step.at
        span = step.at.span
        self.problems.append(Problem("include-cycle", f"the file includes itself: {circle}", span, "delete it", notes))


def _moved(problem: Problem, path: Place) -> Problem:
    """What belongs to the whole schema is not written wrong, but in the wrong file."""
    if problem.slug == "unknown-key" and path[-1] in whole_schema().properties:
        return replace(problem, help="move it to the schema that includes this file")
    return problem


def _file_names(root: Mapping) -> list[Scalar]:
    names = root.get("include")
    items = names.items if isinstance(names, Sequence) else ()
    return [item for item in items if isinstance(item, Scalar) and not item.is_missing]
