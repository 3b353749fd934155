"""Model to IR: every name spelled, every series counted, every byte placed."""

from __future__ import annotations

import itertools
from pathlib import PurePath

from . import exposition_text, ir, naming
from .model import Http, Initial, Label, Limits, Model, Registry, Route, ValueKind, ValueType
from .sensor_ir import lower_sensors

_SIZES = {"uint32": 4, "int32": 4, "float": 4, "uint64": 8, "int64": 8, "double": 8}

# Longest text of a value: all digits with sign, point and leading zero. The longest float and double are just below 1e21
# ("-123456790000000000000") and just above 1e-6 ("-0.0000012345678901234567").
_LONGEST = {"uint32": 10, "int32": 11, "float": 22, "uint64": 20, "int64": 20, "double": 25}

_CPP_TYPES = {
    "uint32": "std::uint32_t",
    "uint64": "std::uint64_t",
    "int32": "std::int32_t",
    "int64": "std::int64_t",
    "float": "float",
    "double": "double",
}


def lower(model: Model) -> ir.Firmware:
    families = _families(model)
    http = model.http or Http(8080, Limits(), ())
    return ir.Firmware(
        application=model.application.value,
        source=PurePath(model.source).name,
        enums=_enums(model),
        families=families,
        cells=_cells_size(families),
        pages=tuple(_page(registry, families) for registry in model.registries),
        port=http.port,
        limits=_limits(http),
        routes=tuple(_route(route, http.limits) for route in http.routes),
        sensors=lower_sensors(model),
    )


def _enums(model: Model) -> tuple[ir.Enum, ...]:
    enums = {}
    for metric in model.metrics:
        for label in metric.labels:
            values = tuple(value.value for value in label.values)
            enums[label.enum.value] = ir.Enum(
                type=label.enum.value,
                label=label.name.value,
                enumerators=tuple(naming.enumerator(value) for value in values),
                values=values,
            )
    return tuple(enums.values())


def _families(model: Model) -> tuple[ir.Family, ...]:
    constant = tuple((label.name.value, label.value.value) for label in model.constant_labels)
    families: list[ir.Family] = []
    end = 0
    functions = itertools.count()
    for metric in model.metrics:
        value = _value(metric.value)
        cells = None
        if not metric.read_function:
            # A series that can be absent keeps a flag behind its value, padded to the value's alignment.
            series_size = value.size * (2 if metric.initial is Initial.ABSENT else 1)
            cells = ir.Cells(_aligned(end, value.size), series_size, value.size)
            end = cells.offset + series_size * metric.series
        families.append(
            ir.Family(
                identifier=naming.member(metric.name.value),
                name=naming.sample_names(model, metric)[0],
                type=metric.type.value,
                help=metric.help.value if metric.help else "",
                enums=tuple(label.enum.value for label in metric.labels),
                series=_series(metric.labels, constant),
                value=value,
                initial=metric.initial.value,
                cells=cells,
                function=next(functions) if metric.read_function else None,
            )
        )
    return tuple(families)


def _series(labels: tuple[Label, ...], constant: tuple[tuple[str, str], ...]) -> tuple[ir.Series, ...]:
    """The product of the labels' values, the last label varying fastest."""
    columns = [[(label.name.value, value.value) for value in label.values] for label in labels]
    return tuple(ir.Series(row + constant) for row in itertools.product(*columns))


def _value(value: ValueType) -> ir.Value:
    storage = value.storage
    if value.kind is not ValueKind.DECIMAL:
        return ir.Value(_CPP_TYPES[storage], _SIZES[storage], _LONGEST[storage])
    arguments = str(value.places) if value.bits == 32 else f"{value.places}, {_CPP_TYPES[storage]}"
    # A point needs one more character; at 9 (or 18) places the leading digit is there anyway.
    longest = _LONGEST[storage] + (1 if value.places else 0)
    return ir.Value(f"px::Decimal<{arguments}>", _SIZES[storage], longest)


def _cells_size(families: tuple[ir.Family, ...]) -> int:
    stored = [family for family in families if family.cells]
    if not stored:
        return 1  # an empty struct still has a size in C++
    cells = [(family.cells, len(family.series)) for family in stored if family.cells]
    end = max(cell.offset + cell.series_size * series for cell, series in cells)
    return _aligned(end, max(cell.alignment for cell, _ in cells))


def _aligned(offset: int, alignment: int) -> int:
    return -(-offset // alignment) * alignment


def _page(registry: Registry, families: tuple[ir.Family, ...]) -> ir.Page:
    names = {naming.member(metric.name.value) for metric in registry.metrics}
    chosen = tuple(family for family in families if family.identifier in names)
    largest = sum(exposition_text.largest(family) for family in chosen)
    return ir.Page(registry.name.value, registry.path.value, chosen, largest)


def _limits(http: Http) -> ir.Limits:
    limits = http.limits
    return ir.Limits(
        connections=limits.connections,
        header_bytes=limits.header_bytes,
        body=max((_body(route, limits) for route in http.routes), default=0),
        output_buffer=limits.output_buffer,
        request_timeout_ms=limits.request_timeout_ms,
        idle_timeout_ms=limits.idle_timeout_ms,
        requests_per_connection=limits.requests_per_connection,
    )


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
    )
