"""Reads the channels of a device."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Optional

from ..document.nodes import Mapping, Node, Scalar, Sequence
from ..expression.term import Kind, Term
from ..names.text import Text
from ..problems.position import Span
from .model import Channel
from .typing import NOTHING, Scope

NUMBERS = (Kind.INTEGER, Kind.REAL)


def read_channels(root: Mapping, scope: Scope) -> tuple[Channel, ...]:
    """The channels in the order of the description."""
    channels: list[Channel] = []
    node = root.get("channels")
    for entry in node.entries if isinstance(node, Mapping) else ():
        assert isinstance(entry.value, Mapping)
        kind, of_kind, listed = Text(entry.key.text, entry.key.span), entry.value, entry.value.get("values")
        if (listed is None) == (of_kind.get("value") is None):
            fix = "write `value: …`, or `values: {label: {value: …}}`"
            scope.problem("channel-without-value", f"the channel `{kind}` needs one formula, or one a label", kind.span, fix)
            continue
        if isinstance(listed, Mapping):
            if of_kind.get("label") is None:
                fix = "add `label: channel`"
                scope.problem("channel-without-label", f"nothing says what the labels of `{kind}` are called", kind.span, fix)
            for one in listed.entries:
                assert isinstance(one.value, Mapping)
                channels.append(_channel(kind, of_kind, one.value, (one.key.text,), False, scope))
            continue
        inputs = of_kind.get("inputs")
        labels = tuple(one.text for one in inputs.items if isinstance(one, Scalar)) if isinstance(inputs, Sequence) else ()
        if bool(labels) != (of_kind.get("label") is not None):
            fix = "write both `label` and `inputs`, or none"
            scope.problem("channel-without-label", f"`label` and `inputs` of `{kind}` belong together", kind.span, fix)
        channels.append(_channel(kind, of_kind, of_kind, labels, bool(labels), scope))
    return tuple(channels)


def _channel(kind: Text, of_kind: Mapping, node: Mapping, labels: tuple[str, ...], turns: bool, scope: Scope) -> Channel:
    def word(key: str) -> str:
        value = node.get(key) or of_kind.get(key)
        return value.text if isinstance(value, Scalar) else ""

    def condition(key: str) -> Optional[Term]:
        value = node.get(key) or of_kind.get(key)
        return scope.term(value, Kind.TRUTH) if isinstance(value, Scalar) else None

    if turns:
        scope.turn = (word("label"), len(labels))
    value = node.get("value")
    term = scope.term(value, *NUMBERS) if isinstance(value, Scalar) else NOTHING
    if term.in_turn and not turns and isinstance(value, Scalar):
        fix = "give the channel `inputs`"
        scope.problem("loop-field", f"`{kind}` uses what is read in a loop", value.span, fix)
    channel = Channel(
        kind=kind,
        label_name=word("label"),
        labels=labels,
        turns=turns,
        unit=word("unit"),
        resolution=Fraction(word("resolution")) if word("resolution") else None,
        range=_range(node.get("range") or of_kind.get("range")),
        value=term,
        enabled=condition("enabled"),
        when=condition("when"),
        otherwise=word("otherwise") or "no_data",
        spans=tuple(_spans(node, of_kind)),
    )
    scope.turn = None
    return channel


def _spans(node: Mapping, of_kind: Mapping) -> Iterator[tuple[str, Span]]:
    for key in ("value", "enabled", "when"):
        written = node.get(key) or of_kind.get(key)
        if written is not None:
            yield key, written.span


def _range(node: Optional[Node]) -> Optional[tuple[Fraction, Fraction]]:
    if not isinstance(node, Sequence):
        return None
    low, high = (Fraction(item.text) for item in node.items[:2] if isinstance(item, Scalar))
    return low, high
