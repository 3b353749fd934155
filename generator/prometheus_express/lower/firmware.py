"""lower: model to IR. Every series counted, every byte placed, every text finished."""

from __future__ import annotations

from pathlib import PurePath

from .. import ir
from ..formats import text
from ..model.application import Model, Registry
from .http import DEFAULT_HTTP, lower_limits, lower_parts, lower_route
from .metrics import Families, constant_label
from .sensors import lower_sensors

# On a 32-bit device: a page (families), a block (text, stops), a family (blocks, reader, source, lines and places, holes),
# a stop.
_PAGE_BYTES, _BLOCK_BYTES, _FAMILY_BYTES, _STOP_BYTES = 8, 12, 24, 2


def lower(model: Model) -> ir.Firmware:
    families = Families(model)
    http = model.http or DEFAULT_HTTP
    pages = tuple(_page(registry, number == 0, families) for number, registry in enumerate(model.registries))
    largest = max((page.largest for page in pages), default=0)
    return ir.Firmware(
        application=model.application.value,
        source=PurePath(model.source).name,
        sets=_sets(model),
        families=families.all,
        constant_labels=tuple(map(constant_label, model.constant_labels)),
        sharing=model.concurrency.sharing,
        guard=model.concurrency.guard.value if model.concurrency.guard else None,
        cells=families.cells,
        pages=pages,
        port=http.port,
        limits=lower_limits(http, max((page.snapshot for page in pages), default=0)),
        parts=lower_parts(http, largest, "http_requests" in model.self_metrics),
        routes=tuple(lower_route(route, http.limits) for route in http.routes),
        sensors=lower_sensors(model),
    )


def _sets(model: Model) -> tuple[ir.LabelSet, ...]:
    """The enums, each with what it is of where it is used first."""
    of: dict[str, str] = {}
    for metric in model.metrics:
        for label in metric.enums:
            what = f"The states of `{metric.name}`" if label is metric.states else f"Values of the label `{label.name}`"
            of.setdefault(label.enum.value, what)
    return tuple(
        ir.LabelSet(
            one.name.value,
            of[one.name.value],
            tuple(value.value for value in one.values),
            tuple((value, name.value) for value, name in one.names),
        )
        for one in model.enums
    )


def _page(registry: Registry, first: bool, families: Families) -> ir.Page:
    expositions = tuple(families.exposition(metric, registry) for metric in registry.metrics)
    if first:
        expositions += families.own_expositions()
    written = text.page_text(expositions)
    blocks = [block for family in written.families for block in family.blocks]
    stops = sum(
        1 + block.samples * (1 + len(exposition.family.holes))
        for exposition, family in zip(expositions, written.families)
        for block in family.blocks
    )
    return ir.Page(
        registry=registry.name.value,
        path=registry.path.value,
        expositions=expositions,
        text=written,
        literals=sum(len(block.text.encode()) + 1 for block in blocks),
        tables=_PAGE_BYTES + len(expositions) * _FAMILY_BYTES + len(blocks) * _BLOCK_BYTES + stops * _STOP_BYTES,
    )
