"""What the schema language has and the generator does not know yet. A feature that arrives deletes its rows here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .diagnostics import Problem
from .nodes import Document, Entry, Mapping, Node, Refused, Scalar
from .structure import Finding, Path


def anything(entry: Entry) -> bool:
    return True


def is_mapping(entry: Entry) -> bool:
    return isinstance(entry.value, Mapping)


def is_not(*texts: str) -> Callable[[Entry], bool]:
    return lambda entry: not (isinstance(entry.value, Scalar) and entry.value.text in texts)


def has_key(key: str) -> Callable[[Entry], bool]:
    return lambda entry: isinstance(entry.value, Mapping) and entry.value.get(key) is not None


def is_called_other_than(name: str) -> Callable[[Entry], bool]:
    return lambda entry: entry.key.text != name


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


KNOWN_TYPES = ("counter", "gauge")
SET_IT = "delete it, and set the metric from the application"

UNSUPPORTED = (
    Unsupported(("include",), "`include`", "write the metrics into this file"),
    Unsupported(("memory",), "a memory budget", "delete it"),
    Unsupported(("self_metrics",), "`self_metrics`", "delete it"),
    Unsupported(("concurrency",), "updating from several contexts", "write `none`, or delete it", is_not("none"), False),
    Unsupported(("constant_labels", "*"), "the label `{}`, set at boot,", "write a fixed text", is_mapping),
    Unsupported(("registries", "*"), "the further registry `{}`", "keep `default` only", is_called_other_than("default")),
    Unsupported(("registries", "*", "namespace"), "a registry's own namespace", "use the schema's `namespace`"),
    Unsupported(("registries", "*", "metrics"), "choosing a registry's metrics", "delete it; the page has every metric"),
    Unsupported(("metrics", "*", "type"), "the metric type `{}`", "write `counter` or `gauge`", is_not(*KNOWN_TYPES), False),
    Unsupported(("metrics", "*", "labels", "*"), "the open label `{}`", "list the values: `[…]`", has_key("max_length")),
    _metric_key("max_series", "`max_series`", "delete it, and list the label's values"),
    _metric_key("when_full", "`when_full`", "delete it, and list the label's values"),
    _metric_key("default_child", "`default_child`", "list the value `None` beside the others"),
    _metric_key("total_suffix", "`total_suffix`", "delete it; a counter's name ends in `_total`"),
    _metric_key("monotonic", "`monotonic`", "delete it, or make it a gauge"),
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
