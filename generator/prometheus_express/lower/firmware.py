"""Model to IR: every name spelled, every series counted, every byte placed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ..formats import text as exposition_text
from ..ir import firmware as ir
from ..names import cpp as naming
from .cell_sizes import aligned
from ..model.http import Http, Limits, Route
from .metrics import Lowering
from ..model.metric import Label, Model, Registry, Sharing
from .sensors import lower_sensors

# On a 32-bit device: a page (families), a block (text, stops), a family (blocks, reader, source, lines and places, holes),
# a stop.
_PAGE_BYTES, _BLOCK_BYTES, _FAMILY_BYTES, _STOP_BYTES = 8, 12, 24, 2

_ACCESS = {Sharing.NONE: "", Sharing.THREADS: "px::Atomic", Sharing.INTERRUPTS: "px::InterruptMasked<::InterruptGuard>"}


def lower(model: Model) -> ir.Firmware:
    sharing = model.concurrency
    access = _ACCESS[sharing.sharing]
    lowering = Lowering(model, "Access" if access else "")
    families = lowering.families
    http = model.http or Http(8080, Limits(), ())
    pages = tuple(_page(registry, number == 0, lowering) for number, registry in enumerate(model.registries))
    snapshot = max((exposition.family.snapshot for page in pages for exposition in page.expositions), default=0)
    return ir.Firmware(
        application=model.application.value,
        source=PurePath(model.source).name,
        enums=_enums(model),
        arrays=lowering.arrays,
        families=families,
        boot_labels=tuple(
            ir.BootLabel(naming.member(label.name.value), label.name.value, label.max_length)
            for label in model.constant_labels
            if label.max_length is not None
        ),
        access=access,
        headers=(f'"{sharing.guard.value}"',) if sharing.guard else (),
        cells=_cells_size(families),
        pages=pages,
        port=http.port,
        limits=_limits(http, snapshot, max((page.largest for page in pages), default=0), "http_requests" in model.self_metrics),
        routes=tuple(_route(route, http.limits) for route in http.routes),
        sensors=lower_sensors(model),
    )


def _enums(model: Model) -> tuple[ir.Enum, ...]:
    enums: dict[str, ir.Enum] = {}
    for metric in model.metrics:
        for label in metric.enums:
            of = f"The states of `{metric.name}`" if label is metric.states else f"Values of the label `{label.name}`"
            enums.setdefault(label.enum.value, _enum(label, of))
    return tuple(enums.values())


def _enum(label: Label, of: str) -> ir.Enum:
    values = tuple(value.value for value in label.values)
    return ir.Enum(label.enum.value, of, tuple(map(naming.enumerator, values)), values)


def _cells_size(families: tuple[ir.Family, ...]) -> int:
    members = [family.member for family in families if family.member]
    if not members:
        return 1  # an empty struct still has a size in C++
    end = max(member.offset + member.size for member in members)
    return aligned(end, max(member.alignment for member in members))


def _page(registry: Registry, first: bool, lowering: Lowering) -> ir.Page:
    expositions = tuple(lowering.exposition(metric, registry) for metric in registry.metrics)
    if first:
        expositions += lowering.self_expositions()
    blocks = [list(exposition_text.blocks(exposition)) for exposition in expositions]
    stops = sum(
        1 + block.lines * (1 + len(exposition.family.holes))
        for exposition, parts in zip(expositions, blocks)
        for block in parts
    )
    return ir.Page(
        registry=registry.name.value,
        path=registry.path.value,
        expositions=expositions,
        largest=sum(map(exposition_text.largest, expositions)),
        text=sum(len(block.text.encode()) + 1 for parts in blocks for block in parts),
        tables=_PAGE_BYTES + len(expositions) * _FAMILY_BYTES + sum(map(len, blocks)) * _BLOCK_BYTES + stops * _STOP_BYTES,
    )


# Where the runtime has the page when its length is not known yet: behind this room for a head, larger with reason phrases.
_HEAD_ROOM = {True: 160, False: 128}


def _limits(http: Http, snapshot: int, largest_page: int, counts: bool) -> ir.Limits:
    limits = http.limits
    return ir.Limits(
        connections=limits.connections,
        header_bytes=limits.header_bytes,
        stored_bytes=limits.stored_bytes,
        body=max((_body(route, limits) for route in http.routes if not route.streams), default=0),
        output_buffer=limits.output_buffer,
        snapshot=snapshot,
        request_timeout_ms=limits.request_timeout_ms,
        idle_timeout_ms=limits.idle_timeout_ms,
        requests_per_connection=limits.requests_per_connection,
        parts=tuple(f"{part} = {str(needed).lower()}" for part, default, needed in _parts(http, largest_page, counts) if needed != default),
    )


def _parts(http: Http, largest_page: int, counts: bool) -> Iterator[tuple[str, bool, bool]]:
    """What of the responder the schema can need, by the names of http::Parts: its default, and whether it is needed."""
    routes = http.routes
    yield "handlers", True, bool(routes)
    yield "headers", True, any(route.headers for route in routes)
    yield "bodies", True, any(_body(route, http.limits) for route in routes)
    yield "streams", True, any(route.streams for route in routes)
    yield "counts", False, counts
    yield "pieces", True, bool(routes) or largest_page + _HEAD_ROOM[http.phrases] > http.limits.output_buffer
    yield "phrases", True, http.phrases


def _body(route: Route, limits: Limits) -> int:
    """Largest body of a route; methods that carry content take the server's default, others none."""
    if route.body is not None:
        return route.body
    return limits.body if route.method.value in ("POST", "PUT", "PATCH") else 0


def _route(route: Route, limits: Limits) -> ir.Route:
    return ir.Route(
        method=naming.enumerator(route.method.value),
        path=route.path.value,
        handler=route.handler.value,
        middleware=tuple(name.value for name in route.middleware),
        headers=tuple(name.value for name in route.headers),
        body=_body(route, limits),
        streams=route.streams,
    )
