"""Reads metrics from nodes that fit the schema language, and fills in what is not written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Optional

from ..document.nodes import Entry, Mapping, Node, Scalar, Sequence
from ..document.structure import TRUTHS, as_integer
from ..kinds.metric import Initial, MetricType, WhenFull
from ..kinds.value import ValueKind, ValueType
from ..model.metric import ConstantLabel, Label, Metric
from ..names import cpp as naming
from ..names.text import Text
from .buckets import read_buckets

WITH_INITIAL = (MetricType.COUNTER, MetricType.GAUGE, MetricType.UNTYPED)


def read_metrics(entries: Iterable[Entry]) -> tuple[Metric, ...]:
    return tuple(_metric(entry) for entry in entries)


def constant_label(entry: Entry) -> ConstantLabel:
    """A label with one value: a text, or one that comes at boot."""
    if isinstance(entry.value, Mapping):
        return ConstantLabel(read_text(entry.key), Text("", entry.value.span), _integer(entry.value, "max_length"))
    return ConstantLabel(read_text(entry.key), read_text(entry.value))


def _metric(entry: Entry) -> Metric:
    node = entry.value
    assert isinstance(node, Mapping)
    written = {part.key.text: part.value for part in node.entries}
    kind = MetricType(read_text(written["type"]).value) if "type" in written else MetricType.GAUGE  # what sensors feed
    labels, states, accept = written.get("labels"), written.get("states"), written.get("accept")
    label_entries = labels.entries if isinstance(labels, Mapping) else ()
    is_info = kind is MetricType.INFO
    source = written.get("read")
    read = source is not None and is_function(source)
    value = _value_type(optional_text(node, "value"), kind)
    initial, when_full = optional_text(node, "initial"), optional_text(node, "when_full")
    starts_absent = kind in WITH_INITIAL and kind is not MetricType.COUNTER and label_entries and not read
    return Metric(
        name=read_text(entry.key),
        type=kind,
        help=optional_text(node, "help"),
        unit=optional_text(node, "unit"),
        labels=() if is_info else tuple(map(_label, label_entries)),
        value=value,
        initial=Initial(initial.value) if initial else Initial.ABSENT if starts_absent else Initial.ZERO,
        read_function=read,
        function=optional_text(source, "function") if read and isinstance(source, Mapping) else None,
        buckets=read_buckets(written.get("buckets"), value, written.get("value", node).span) if kind is MetricType.HISTOGRAM else (),
        states=_closed(read_text(entry.key), states) if states else None,
        info=tuple(map(constant_label, label_entries)) if is_info else (),
        max_series=_integer(node, "max_series"),
        when_full=WhenFull(when_full.value) if when_full else WhenFull.DROP,
        default_child=truth(node, "default_child", default=False),
        total_suffix=truth(node, "total_suffix", default=True),
        monotonic=truth(node, "monotonic", default=True),
        accept=tuple(map(read_text, accept.items)) if isinstance(accept, Sequence) else (),
        spans=tuple((part.key.text, part.value.span) for part in node.entries),
    )


def is_function(read: Node) -> bool:
    """Whether a metric's source is the application, and no sensor."""
    if isinstance(read, Mapping):
        return [entry.key.text for entry in read.entries] == ["function"]
    return isinstance(read, Scalar) and read.text == "function"


def _label(entry: Entry) -> Label:
    name, node = read_text(entry.key), entry.value
    length = _integer(node, "max_length") if isinstance(node, Mapping) else None
    return Label(name, (), Text("", name.span), length) if length else _closed(name, node)


def _closed(name: Text, node: Node) -> Label:
    enum = optional_text(node, "as") if isinstance(node, Mapping) else None
    values = node.get("values") if isinstance(node, Mapping) else node
    listed = values.items if isinstance(values, Sequence) else ()
    named = [one for one in listed if isinstance(one, Mapping)]
    return Label(
        name,
        tuple(_value(one) for one in listed),
        enum or Text(naming.enum_type(name.value), name.span),
        names=tuple((_value(one).value, as_) for one in named if (as_ := optional_text(one, "as"))),
    )


def _value(listed: Node) -> Text:
    """A label value: a text, or one whose enumerator is named."""
    written = listed.get("text") if isinstance(listed, Mapping) else listed
    assert written is not None
    return read_text(written)


def _value_type(text: Optional[Text], kind: MetricType) -> ValueType:
    if text is None:
        return ValueType(ValueKind.UINT64 if kind is MetricType.COUNTER else ValueKind.DOUBLE)
    decimal = re.fullmatch(r"decimal(64)?\(([0-9]+)\)", text.value)
    if decimal:
        return ValueType(ValueKind.DECIMAL, int(decimal.group(2)), 64 if decimal.group(1) else 32)
    return ValueType(ValueKind(text.value))


def read_text(node: Node) -> Text:
    assert isinstance(node, Scalar)
    return Text(node.text, node.span)


def optional_text(node: Mapping, key: str) -> Optional[Text]:
    value = node.get(key)
    return read_text(value) if value is not None else None


def truth(node: Mapping, key: str, default: bool) -> bool:
    value = node.get(key)
    return TRUTHS[value.text] if isinstance(value, Scalar) else default


def _integer(node: Mapping, key: str) -> Optional[int]:
    value = node.get(key)
    return as_integer(value) if isinstance(value, Scalar) else None
