"""Compares a document with the schema language and says in our words what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional, Union

from ..problems.position import Span
from ..problems.problem import Problem
from ..problems.proposals import nearest
from . import wording
from .nodes import Document, Mapping, Node, Refused, Scalar, Sequence
from .shape import Shape, whole_schema

Path = tuple[Union[str, int], ...]

INTEGER = re.compile("-?(?:0|[1-9][0-9]{0,19})|0x[0-9a-fA-F]{1,16}")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,3})?")
TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True)
class Finding:
    """The value at `path` cannot be used; without a problem where one was reported before."""

    path: Path
    problem: Optional[Problem]


@dataclass(frozen=True)
class Place:
    """A value's path, what to call it, and where to point when it lacks something."""

    path: Path
    called: str
    key: Span

    def inside(self, step: Union[str, int], called: str, key: Span) -> Place:
        return Place((*self.path, step), called, key)


def findings(document: Document, shape: Optional[Shape] = None, called: str = "") -> list[Finding]:
    """Everything in the document that its language does not allow: the schema language, a part of it, or that of devices."""
    shape = shape or whole_schema()
    start = Place((), called or f"the {shape.title}", Span(document.root.span.start, 1, document.root.span.text))
    return list(_check(document.root, shape, start))


def _check(node: Node, shape: Shape, place: Place) -> Iterator[Finding]:
    if isinstance(node, Refused):
        yield Finding(place.path, None)
    elif isinstance(node, Scalar) and node.is_missing:
        yield Finding(place.path, wording.missing_value(node, shape, place.called))
    else:
        chosen = _choose(node, shape)
        if chosen is None:
            yield Finding(place.path, wording.wrong_type(node, shape, place.called))
        elif isinstance(node, Mapping) and not node.entries and _kinds_of_mapping(shape) > 1:
            yield Finding(place.path, wording.nothing_chosen(shape, place.called, place.key))
        elif isinstance(node, Mapping):
            yield from _check_mapping(node, chosen, place)
        elif isinstance(node, Sequence):
            yield from _check_sequence(node, chosen, place)
        else:
            problem = _check_scalar(node, chosen, place)
            if problem:
                yield Finding(place.path, problem)


def _choose(node: Node, shape: Shape) -> Optional[Shape]:
    """The alternative that the value was meant to be: of its kind, and with the most keys in common."""
    keys = {entry.key.text for entry in node.entries} if isinstance(node, Mapping) else set()
    fitting = [alternative for alternative in shape.alternatives if _is_of_kind(node, alternative)]
    if not fitting:
        return None
    return max(fitting, key=lambda alternative: len(keys.intersection(alternative.properties)))


def _kinds_of_mapping(shape: Shape) -> int:
    return sum("object" in one.types for one in shape.alternatives)


def _is_of_kind(node: Node, shape: Shape) -> bool:
    if isinstance(node, Mapping):
        return "object" in shape.types
    if isinstance(node, Sequence):
        return "array" in shape.types
    return bool(shape.types - {"object", "array"})


def _check_mapping(node: Mapping, shape: Shape, place: Place) -> Iterator[Finding]:
    present = [entry.key.text for entry in node.entries]
    free = [key for key in shape.properties if key not in present]
    meant = {nearest(key, free) for key in present if key not in shape.properties}
    for key in shape.rules.get("required", []):
        if key not in present and key not in meant:
            problem = wording.missing_key(key, shape.properties[key], place.called, place.key, node)
            yield Finding(place.path, problem)
    if len(present) < shape.rules.get("minProperties", 0):
        yield Finding(place.path, wording.empty(shape, place.called, place.key))
    for entry in node.entries:
        key = entry.key.text
        if key in shape.properties:
            yield from _check(entry.value, shape.properties[key], place.inside(key, f"`{key}`", entry.key.span))
        elif shape.further is None:
            yield Finding((*place.path, key), wording.unknown_key(entry.key, shape, present, place.called))
        else:
            if not fits(key, shape.keys):
                yield Finding((*place.path, key), wording.unfit_text(entry.key, shape.keys))
            called = f"{shape.further.title} `{key}`"
            yield from _check(entry.value, shape.further, place.inside(key, called, entry.key.span))


def _check_sequence(node: Sequence, shape: Shape, place: Place) -> Iterator[Finding]:
    if not shape.rules.get("minItems", 0) <= len(node.items) <= shape.rules.get("maxItems", len(node.items)):
        if node.items:
            yield Finding(place.path, wording.wrong_length(shape, place.called, node.span, len(node.items)))
        else:
            yield Finding(place.path, wording.empty(shape, place.called, node.span))
    called = f"{wording.with_article(shape.items.title)} of {place.called}"
    seen: dict[str, Scalar] = {}
    for index, item in enumerate(node.items):
        yield from _check(item, shape.items, place.inside(index, called, item.span))
        if isinstance(item, Scalar) and shape.rules.get("uniqueItems"):
            if item.text in seen:
                yield Finding((*place.path, index), wording.duplicate_value(item, seen[item.text], place.called))
            seen.setdefault(item.text, item)


def _check_scalar(node: Scalar, shape: Shape, place: Place) -> Optional[Problem]:
    if "string" in shape.types:
        return None if fits(node.text, shape) else wording.unfit_text(node, shape)
    if "boolean" in shape.types:
        is_truth = node.plain and node.text in TRUTHS
        return None if is_truth else wording.wrong_type(node, shape, place.called)
    pattern = INTEGER if "integer" in shape.types else NUMBER
    if not node.plain or not pattern.fullmatch(node.text):
        return wording.wrong_type(node, shape, place.called)
    value = as_integer(node) if "integer" in shape.types else float(node.text)
    lowest, highest = shape.rules.get("minimum", value), shape.rules.get("maximum", value)
    if not lowest <= value <= highest or "exclusiveMinimum" in shape.rules and value <= shape.rules["exclusiveMinimum"]:
        return wording.out_of_range(node, shape, place.called)
    if "enum" in shape.rules and value not in shape.rules["enum"]:
        return wording.unfit_text(node, shape)
    return None


def fits(text: str, shape: Shape) -> bool:
    """Whether a text is one of the words, or has one of the forms, of a shape."""
    if not shape.choices and not shape.patterns:
        return True
    return text in shape.choices or any(re.fullmatch(pattern, text) for pattern in shape.patterns)


def as_integer(node: Scalar) -> int:
    """The number of a scalar that fits `integer`."""
    return int(node.text, 16 if node.text.startswith("0x") else 10)
