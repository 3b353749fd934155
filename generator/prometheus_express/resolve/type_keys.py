"""Which keys of a metric belong to which types: what a flat list of keys in the schema language cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ..document.metric_keys import TYPES_OF_KEY
from ..document import wording
from ..document.nodes import Document, Entry, Mapping, Node, Scalar, Sequence
from ..document.shape import make_shape
from ..document.structure import Finding
from ..kinds.metric import MetricType
from ..problems.problem import Note, Problem
from ..problems.proposals import listed, nearest
from .metrics import is_function

KEYS_OF_TYPE = {"stateset": ("states", "[starting, connected, ready]"), "info": ("labels", '{version: "1.0"}')}
TYPES = frozenset(kind.value for kind in MetricType)
METRIC = make_shape({"$ref": "#/$defs/metric"})


def findings(document: Document) -> Iterator[Finding]:
    metrics = document.root.get("metrics")
    for entry in metrics.entries if isinstance(metrics, Mapping) else ():
        kind = _type(entry.value) if isinstance(entry.value, Mapping) else None
        if isinstance(entry.value, Mapping) and kind is None and not _misspelt(entry.value, "type"):
            called, span = f"metric `{entry.key.text}`", entry.key.span
            missing = wording.missing_key("type", METRIC.properties["type"], called, span, entry.value)
            yield Finding(("metrics", entry.key.text), missing)
        if isinstance(entry.value, Mapping) and isinstance(kind, Scalar) and kind.text in TYPES:
            note = Note(f"`{entry.key.text}` is {_a(kind.text)}", kind.span)
            yield from _missing(entry, entry.value, kind)
            for part in entry.value.entries:
                yield from _foreign(entry.key, part, kind, note)
            labels = entry.value.get("labels")
            for label in labels.entries if isinstance(labels, Mapping) else ():
                problem = _info_label(label, note) if kind.text == "info" else _label(label, kind.text, note)
                if problem:
                    yield Finding(("metrics", entry.key.text, "labels", label.key.text), problem)


def _type(metric: Mapping) -> Optional[Node]:
    """What is written, or else what follows: what sensors feed is a gauge."""
    read = metric.get("read")
    if metric.get("type") is None and read is not None and not is_function(read):
        return Scalar(MetricType.GAUGE.value, read.span)
    return metric.get("type")


def _misspelt(metric: Mapping, key: str) -> bool:
    """Whether another key that there is not was meant to be this one, and is reported as that."""
    free = [name for name in METRIC.properties if metric.get(name) is None]
    return any(nearest(one.key.text, free) == key for one in metric.entries if one.key.text not in METRIC.properties)


def _a(kind: str) -> str:
    return ("an " if kind[0] in "iu" else "a ") + kind


def _missing(metric: Entry, node: Mapping, kind: Scalar) -> Iterator[Finding]:
    key, sample = KEYS_OF_TYPE.get(kind.text, ("", ""))
    value = node.get(key) if key else kind
    if value is None or isinstance(value, Mapping) and not value.entries and kind.text == "info":
        message = f"the {kind.text} `{metric.key.text}` has no `{key}`"
        at = node.entry(key)
        problem = Problem("missing-key", message, at.key.span if at else metric.key.span, f"write `{key}: {sample}`")
        yield Finding(("metrics", metric.key.text), problem)


def _foreign(metric: Scalar, part: Entry, kind: Scalar, note: Note) -> Iterator[Finding]:
    key = part.key
    types = TYPES_OF_KEY.get(key.text)
    if types and kind.text not in types:
        fix = f"delete it, or write `type: {types[0]}`" if len(types) == 1 else f"delete it; only {listed(types)} can have it"
        problem = Problem("key-of-other-type", f"{_a(kind.text)} has no `{key.text}`", key.span, fix, (note,))
        yield Finding(("metrics", metric.text, key.text), problem)


def _label(label: Entry, kind: str, note: Note) -> Optional[Problem]:
    name, value = label.key.text, label.value
    if isinstance(value, Scalar) and not value.is_missing:
        message = f"label `{name}` of {_a(kind)} needs the list of its values"
        return Problem("label-not-a-list", message, value.span, f"write `[{value.text}]`, and every other value", (note,))
    if isinstance(value, Mapping) and value.get("at"):
        message = f"label `{name}` of {_a(kind)} cannot be set at boot"
        fix = f"write `{{max_length: {_length(value)}}}`, or move it to the schema's `constant_labels`"
        return Problem("label-set-at-boot", message, label.key.span, fix, (note,))
    return None


def _info_label(label: Entry, note: Note) -> Optional[Problem]:
    name, value = label.key.text, label.value
    if isinstance(value, Mapping):
        if value.get("at") or not value.entries:
            return None  # as it should be, or found wrong already
        fix = f"write `{{at: boot, max_length: {_length(value)}}}`" if value.get("max_length") else "write one text"
    elif isinstance(value, Sequence):
        first = value.items[0] if value.items else None
        fix = f"write `{first.text}`" if isinstance(first, Scalar) and first.text else "write one text"
    else:
        return None
    message = f"label `{name}` of an info has one value"
    return Problem("label-not-a-text", message, label.key.span, fix, (note,))


def _length(value: Mapping) -> str:
    length = value.get("max_length")
    return length.text if isinstance(length, Scalar) and length.text.isdigit() else "24"
