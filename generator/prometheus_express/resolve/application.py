"""Reads a model from nodes that fit the schema language, and fills in what is not written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ..document.nodes import Document, Entry, Mapping, Node, Scalar, Sequence
from ..document.quantities import parse_duration, parse_size
from ..document.structure import as_integer
from ..kinds.metric import Sharing
from ..model.application import Concurrency, Memory, Model, Registry
from ..model.http import Http, Limits, Route
from ..model.metric import Metric
from ..names.text import Text
from .health import chosen_self_metrics
from .metrics import constant_label, optional_text, read_metrics, read_text, truth

DEFAULT_PORT = 8080
DEFAULT_PAGE = "/metrics"
HOST_SIZES = {"stored_bytes": 4096, "output_buffer": 4096}  # in bytes, where `sizes: host` and nothing else is written


def read_model(document: Document) -> Model:
    """The model of a document in which everything that is there fits."""
    root = document.root
    metrics = read_metrics(_entries(root, "metrics"))
    namespace = optional_text(root, "namespace")
    registries = tuple(_registry(entry, metrics, namespace) for entry in _entries(root, "registries"))
    if not registries:
        registries = (Registry(Text("default"), Text(DEFAULT_PAGE), metrics, namespace),)
    http = root.get("http")
    return Model(
        source=document.file,
        application=optional_text(root, "application") or Text("application", root.span),
        namespace=namespace,
        constant_labels=tuple(map(constant_label, _entries(root, "constant_labels"))),
        metrics=metrics,
        registries=registries,
        http=_http(http) if isinstance(http, Mapping) else None,
        concurrency=_concurrency(root.get("concurrency")),
        self_metrics=chosen_self_metrics(document),
        memory=_memory(_entries(root, "memory")),
        files=document.files or (document.file,),
    )


def _registry(entry: Entry, metrics: tuple[Metric, ...], namespace: Optional[Text]) -> Registry:
    node = _mapping(entry.value)
    chosen = {text.value for text in _texts(node.get("metrics"))}
    return Registry(
        name=read_text(entry.key),
        path=_required_text(node, "path"),
        metrics=tuple(metric for metric in metrics if metric.name.value in chosen) if node.get("metrics") else metrics,
        namespace=optional_text(node, "namespace") or namespace,
    )


def _concurrency(node: Optional[Node]) -> Concurrency:
    if isinstance(node, Mapping):
        return Concurrency(Sharing.INTERRUPTS, _required_text(node, "interrupts"))
    return Concurrency(Sharing(node.text)) if isinstance(node, Scalar) else Concurrency()


def _memory(entries: Iterator[Entry]) -> Memory:
    sizes = {entry.key.text: _scalar(entry.value) for entry in entries}
    spans = tuple((key, size.span) for key, size in sizes.items())
    return Memory(**{key: parse_size(size.text) for key, size in sizes.items()}, spans=spans)


def _http(node: Mapping) -> Http:
    limits, routes, port, index = node.get("limits"), node.get("routes"), node.get("port"), node.get("index")
    written = node.get("defaults")
    defaults = written if isinstance(written, Mapping) else Mapping((), node.span)
    return Http(
        port=as_integer(port) if isinstance(port, Scalar) else DEFAULT_PORT,
        limits=_limits(limits if isinstance(limits, Mapping) else Mapping((), node.span), optional_text(node, "sizes")),
        routes=tuple(_route(_mapping(item), defaults) for item in routes.items) if isinstance(routes, Sequence) else (),
        phrases=truth(node, "reason_phrases", default=True),
        index=truth(node, "index", default=True) if index else None,
        index_span=index.span if index else None,
    )


def _limits(node: Mapping, sizes_of: Optional[Text]) -> Limits:
    counts = ("connections", "requests_per_connection")
    sizes = ("header_bytes", "stored_bytes", "body", "output_buffer")
    durations = ("request_timeout", "idle_timeout")
    numbers = dict(HOST_SIZES) if sizes_of and sizes_of.value == "host" else {}
    for entry in node.entries:
        key, value = entry.key.text, _scalar(entry.value)
        if key in counts:
            numbers[key] = as_integer(value)
        elif key in sizes:
            numbers[key] = parse_size(value.text)
        elif key in durations:
            numbers[key + "_ms"] = parse_duration(value.text)
    return Limits(**numbers, spans=tuple((entry.key.text, entry.value.span) for entry in node.entries))


def _route(node: Mapping, defaults: Mapping) -> Route:
    written = node.get("body")
    streams = isinstance(written, Mapping)
    body = optional_text(written if isinstance(written, Mapping) else node, "stream" if streams else "body")
    return Route(
        method=_required_text(node, "method"),
        path=_required_text(node, "path"),
        handler=_required_text(node, "handler"),
        middleware=_texts(node.get("middleware") or defaults.get("middleware")),
        headers=_texts(node.get("headers") or defaults.get("headers")),
        body=parse_size(body.value) if body else None,
        streams=streams,
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


def _texts(node: Optional[Node]) -> tuple[Text, ...]:
    return tuple(map(read_text, node.items)) if isinstance(node, Sequence) else ()


def _required_text(node: Mapping, key: str) -> Text:
    return read_text(_scalar(node.get(key)))
