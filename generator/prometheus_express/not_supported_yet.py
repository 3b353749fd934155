"""What the schema language has and the generator does not know yet. A feature that arrives deletes its rows here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .diagnostics import Problem
from .nodes import Document, Entry, Mapping, Node, Refused, Scalar
from .structure import Finding, Path


def anything(entry: Entry) -> bool:
    return True


def is_not(*texts: str) -> Callable[[Entry], bool]:
    return lambda entry: not (isinstance(entry.value, Scalar) and entry.value.text in texts)


@dataclass(frozen=True)
class Unsupported:
    """Values at `path` (`*`: any key) for which `applies` holds; `what` may name the key or value as `{}`."""

    path: tuple[str, ...]
    what: str
    instead: str  # what works today
    applies: Callable[[Entry], bool] = anything
    at_key: bool = True


def _metric_key(key: str, what: str, instead: str) -> Unsupported:
    return Unsupported(("metrics", "*", key), what, instead)


SET_IT = "delete it, and set the metric from the application"

UNSUPPORTED = (
    Unsupported(("buses",), "`buses`", "delete it, and set metrics from the application"),
    Unsupported(("sensors",), "`sensors`", "delete it, and set metrics from the application"),
    Unsupported(("metrics", "*", "read"), "reading a sensor", "write `function`", is_not("function"), False),
    _metric_key("scale", "`scale`", SET_IT),
    _metric_key("offset", "`offset`", SET_IT),
    _metric_key("on_stale", "`on_stale`", SET_IT),
)


def findings(document: Document) -> Iterator[Finding]:
    """Every use of what is in the table, the outermost only."""
    for row in UNSUPPORTED:
        for path, entry in _matches(document.root, row.path, ()):
            if not isinstance(entry.value, Refused) and row.applies(entry):
                at = entry.key if row.at_key or not isinstance(entry.value, Scalar) else entry.value
                message = f"{row.what.format(at.text)} is not supported yet"
                yield Finding(path, Problem("not-supported-yet", message, at.span, row.instead))


def _matches(node: Node, pattern: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Entry]]:
    if not isinstance(node, Mapping):
        return
    for entry in node.entries:
        if pattern[0] in ("*", entry.key.text):
            inside = (*path, entry.key.text)
            if len(pattern) == 1:
                yield inside, entry
            else:
                yield from _matches(entry.value, pattern[1:], inside)
