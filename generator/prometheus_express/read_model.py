"""Reads a model from nodes that fit the schema language, and fills in what is not written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Optional

from . import naming
from .model import (
    ConstantLabel,
    Http,
    Initial,
    Label,
    Limits,
    Metric,
    MetricType,
    Model,
    Registry,
    Route,
    Text,
    ValueKind,
    ValueType,
)
from .nodes import Document, Entry, Mapping, Node, Scalar, Sequence
from .quantities import parse_duration, parse_size
from .structure import as_integer

DEFAULT_VALUES = {MetricType.COUNTER: ValueKind.UINT64, MetricType.GAUGE: ValueKind.DOUBLE}
DEFAULT_PORT = 8080
DEFAULT_PAGE = "/metrics"


def read_model(document: Document) -> Model:
    """The model of a document in which everything that is there fits."""
    root = document.root
    metrics = _same_order(tuple(_metric(entry) for entry in _entries(root, "metrics")))
    registries = tuple(_registry(entry, metrics) for entry in _entries(root, "registries"))
    if not registries:
        registries = (Registry(Text("default"), Text(DEFAULT_PAGE), metrics),)
    http = root.get("http")
    return Model(
        source=document.file,
        application=_optional_text(root, "application") or Text("application", root.span),
        namespace=_optional_text(root, "namespace"),
        constant_labels=tuple(
            ConstantLabel(_text(entry.key), _text(entry.value)) for entry in _entries(root, "constant_labels")
        ),
        metrics=metrics,
        registries=registries,
        http=_http(http) if isinstance(http, Mapping) else None,
    )


def _metric(entry: Entry) -> Metric:
    node = _mapping(entry.value)
    kind = MetricType(_required_text(node, "type").value)
    labels = tuple(_label(label) for label in _entries(node, "labels"))
    initial, source = _optional_text(node, "initial"), node.get("read")
    read = source if isinstance(source, Scalar) and source.text == "function" else None
    starts_absent = kind is MetricType.GAUGE and labels and not read
    return Metric(
        name=_text(entry.key),
        type=kind,
        help=_optional_text(node, "help"),
        unit=_optional_text(node, "unit"),
        labels=labels,
        value=_value_type(_optional_text(node, "value"), kind),
        initial=Initial(initial.value) if initial else Initial.ABSENT if starts_absent else Initial.ZERO,
        read_function=read is not None,
        initial_span=initial.span if initial else None,
        read_span=read.span if read else None,
    )


def _label(entry: Entry) -> Label:
    name, node = _text(entry.key), entry.value
    enum = _optional_text(node, "as") if isinstance(node, Mapping) else None
    values = node.get("values") if isinstance(node, Mapping) else node
    return Label(name, _texts(values), enum or Text(naming.enum_type(name.value), name.span))


def _same_order(metrics: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """Labels that share an enum list their values as the first of them does."""
    first: dict[str, tuple[Text, ...]] = {}

    def ordered(label: Label) -> Label:
        order = {text.value: index for index, text in enumerate(first.setdefault(label.enum.value, label.values))}
        if not all(text.value in order for text in label.values):
            return label  # the rule label-sets-differ has its say
        return replace(label, values=tuple(sorted(label.values, key=lambda text: order[text.value])))

    return tuple(replace(metric, labels=tuple(map(ordered, metric.labels))) for metric in metrics)


def _value_type(text: Optional[Text], kind: MetricType) -> ValueType:
    if text is None:
        return ValueType(DEFAULT_VALUES[kind])
    decimal = re.fullmatch(r"decimal(64)?\(([0-9]+)\)", text.value)
    if decimal:
        return ValueType(ValueKind.DECIMAL, int(decimal.group(2)), 64 if decimal.group(1) else 32, text.span)
    return ValueType(ValueKind(text.value), span=text.span)


def _registry(entry: Entry, metrics: tuple[Metric, ...]) -> Registry:
    return Registry(_text(entry.key), _required_text(_mapping(entry.value), "path"), metrics)


def _http(node: Mapping) -> Http:
    limits, routes, port = node.get("limits"), node.get("routes"), node.get("port")
    return Http(
        port=as_integer(port) if isinstance(port, Scalar) else DEFAULT_PORT,
        limits=_limits(limits) if isinstance(limits, Mapping) else Limits(),
        routes=tuple(_route(_mapping(item)) for item in routes.items) if isinstance(routes, Sequence) else (),
    )


def _limits(node: Mapping) -> Limits:
    counts = ("connections", "requests_per_connection")
    sizes = ("header_bytes", "body", "output_buffer")
    durations = ("request_timeout", "idle_timeout")
    numbers: dict[str, int] = {}
    for entry in node.entries:
        key, value = entry.key.text, _scalar(entry.value)
        if key in counts:
            numbers[key] = as_integer(value)
        elif key in sizes:
            numbers[key] = parse_size(value.text)
        elif key in durations:
            numbers[key + "_ms"] = parse_duration(value.text)
    return Limits(**numbers, spans=tuple((entry.key.text, entry.value.span) for entry in node.entries))


def _route(node: Mapping) -> Route:
    body = _optional_text(node, "body")
    return Route(
        method=_required_text(node, "method"),
        path=_required_text(node, "path"),
        handler=_required_text(node, "handler"),
        middleware=_texts(node.get("middleware")),
        headers=_texts(node.get("headers")),
        body=parse_size(body.value) if body else None,
        body_span=body.span if body else None,
    )


def _entries(node: Mapping, key: str) -> Iterator[Entry]:
    value = node.get(key)
    return iter(value.entries if isinstance(value, Mapping) else ())


def _mapping(node: Node) -> Mapping:
    assert isinstance(node, Mapping)
    return node


def _scalar(node: Optional[Node]) -> Scalar:
    assert isinstance(node, Scalar)
    return node


def _text(node: Node) -> Text:
    scalar = _scalar(node)
    return Text(scalar.text, scalar.span)


def _texts(node: Optional[Node]) -> tuple[Text, ...]:
    return tuple(map(_text, node.items)) if isinstance(node, Sequence) else ()


def _optional_text(node: Mapping, key: str) -> Optional[Text]:
    value = node.get(key)
    return _text(value) if value is not None else None


def _required_text(node: Mapping, key: str) -> Text:
    return _text(_scalar(node.get(key)))
