"""Which keys of a metric belong to which types: what a flat list of keys in the schema language cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from .diagnostics import Note, Problem
from .nodes import Document, Entry, Mapping, Scalar
from .proposals import listed
from .structure import Finding

TYPES_OF_KEY = {
    "buckets": ("histogram",),
    "states": ("stateset",),
    "default_child": ("counter", "gauge", "histogram", "summary"),
    "total_suffix": ("counter",),
    "monotonic": ("counter",),
    "initial": ("counter", "gauge", "histogram", "summary", "untyped"),
    "unit": ("counter", "gauge", "histogram", "summary", "untyped"),
    "read": ("counter", "gauge"),
    "scale": ("counter", "gauge"),
    "offset": ("counter", "gauge"),
}


def findings(document: Document) -> Iterator[Finding]:
    metrics = document.root.get("metrics")
    for entry in metrics.entries if isinstance(metrics, Mapping) else ():
        kind = entry.value.get("type") if isinstance(entry.value, Mapping) else None
        if isinstance(entry.value, Mapping) and isinstance(kind, Scalar):
            for part in entry.value.entries:
                yield from _foreign(entry.key, part, kind)


def _foreign(metric: Scalar, part: Entry, kind: Scalar) -> Iterator[Finding]:
    key, path = part.key, ("metrics", metric.text, part.key.text)
    types = TYPES_OF_KEY.get(key.text)
    note = Note(f"`{metric.text}` is a {kind.text}", kind.span)
    if types and kind.text in ("counter", "gauge") and kind.text not in types:
        problem = Problem(
            "key-of-other-type",
            f"a {kind.text} has no `{key.text}`",
            key.span,
            f"delete it, or write `type: {types[0]}`" if len(types) == 1 else f"only {listed(types)} can have it",
            (note,),
        )
        yield Finding(path, problem)
    if key.text == "labels" and isinstance(part.value, Mapping) and kind.text != "info":
        for label in part.value.entries:
            if isinstance(label.value, Scalar) and not label.value.is_missing:
                message = f"label `{label.key.text}` of a {kind.text} needs the list of its values"
                fix = f"write `[{label.value.text}]`, and every other value"
                yield Finding(path, Problem("label-not-a-list", message, label.value.span, fix, (note,)))
