"""Rows of the generated header: each string stands in it as it is."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..ir import Answers, Asked, ConstantLabel, Family, Firmware, Page
from ..names.cpp import member
from .demands import demands
from .enums import Enums
from .receipt import connection, receipt
from .routes import calls, page_route, receivers, requirements, route_lists, route_row
from .sensors import sensor_rows
from .text import WIDTH, Row, comment, in_comment, quoted
from .types import ACCESSES, bounds, bounds_name, function_name, identifier, member_type, metric_headers, value_type

TABLE_FORMAT = 2  # as runtime/include/prometheus_express/exposition/page.hpp has it


def banner(firmware: Firmware) -> list[str]:
    source = in_comment(firmware.source)
    return [
        f"// Metrics of {firmware.application} for Prometheus, generated from {source}. Do not edit: change that file and run",
        f"//   prometheus-express generate {source} --output FOLDER",
    ]


def page_name(page: Page) -> str:
    return f"{page.registry}_page"


def page_type(page: Page) -> str:
    return "PageWithSnapshot" if page.snapshot else "Page"


def asked(firmware: Firmware) -> list[Family]:
    """The families for which the application is asked, in the order of their numbers."""
    return [family for family in firmware.families if isinstance(family.origin, Asked)]


def header_rows(firmware: Firmware) -> Row:
    functions = asked(firmware)
    enums = Enums(firmware)
    members = {family.key: member_type(family, firmware, enums.type) for family in firmware.families if family.place}
    return {
        "banner": banner(firmware),
        "receipt": receipt(firmware),
        "headers": _headers(firmware, members.values(), bool(enums.subset_rows())),
        "application": firmware.application,
        "drivers": [driver.stem for driver in firmware.sensors.drivers] if firmware.sensors else [],
        "sensor_sets": [sensor_rows(firmware, firmware.sensors)] if firmware.sensors else [],
        "table_format": TABLE_FORMAT,
        "access": ACCESSES[firmware.sharing],
        "enums": enums.rows(),
        "subsets": enums.subset_rows(),
        "sparse": list(enums.series_rows(firmware.families)),
        "arrays": [_array(family) for family in firmware.families if family.buckets],
        "members": [_member(family, members[family.key]) for family in firmware.families if family.place],
        "cells": firmware.cells,
        "boot_labels": [_boot_label(label) for label in firmware.boot_labels],
        "constant_labels": "&reading(a).constant_labels" if firmware.boot_labels else "nullptr",
        "requirements": [*map(_requirement, functions), *requirements(firmware)],
        "demands": list(demands(firmware, functions)),
        "pages": [_page(page) for page in firmware.pages],
        "snapshot": firmware.limits.snapshot,
        "port": firmware.port,
        "limits": _limits(firmware),
        "connection": connection(firmware),
        "functions": [{"type": value_type(family.value), "call": _call(family, enums)} for family in functions],
        "functions_table": "functions" if functions else "nullptr",
        "calls": list(calls(firmware)),
        "counts_answers": [identifier(family) for family in firmware.families if isinstance(family.origin, Answers)],
        "receivers": receivers(firmware),
        "route_lists": [row for number, route in enumerate(firmware.routes) for row in route_lists(number, route)],
        "routes": [
            *(page_route(page.path, page_name(page)) for page in firmware.pages),
            *(route_row(number, route) for number, route in enumerate(firmware.routes)),
        ],
    }


def _headers(firmware: Firmware, types: Iterable[str], subsets: bool) -> list[str]:
    """The runtime's headers that the types of this file come from, and the user's own."""
    needed = metric_headers(list(types))
    if subsets:
        needed.add("metrics/subset.hpp")
    if firmware.boot_labels:
        needed.add("metrics/boot_label.hpp")
    if asked(firmware):
        needed.add("exposition/returned_value.hpp")
    if firmware.sensors:
        needed |= {"bus/bus.hpp", "sensors/freshness.hpp", "sensors/line.hpp", "sensors/sampler.hpp"}
    needed |= {"exposition/content_type.hpp", "exposition/page.hpp", "http/site.hpp", "metrics/labels.hpp"}
    own = [f'"{firmware.guard}"'] if firmware.guard else []
    return [*(f"<prometheus_express/{header}>" for header in sorted(needed)), *own]


def _array(family: Family) -> str:
    return f"inline constexpr {value_type(family.value)} {bounds_name(family)}[] = {{{', '.join(bounds(family))}}};"


def _member(family: Family, type_: str) -> Row:
    return {"comment": comment(family.help, WIDTH - 2), "declaration": f"{type_} {identifier(family)};"}


def _boot_label(label: ConstantLabel) -> Row:
    declaration = f"px::BootLabel<{label.max_length}> {member(label.name)};"
    return {"comment": f"/// Constant label `{label.name}`", "declaration": declaration}


def _page(page: Page) -> Row:
    return {
        "comment": f"The registry `{page.registry}`: what a scrape of {page.path} returns.",
        "name": page_name(page),
        "type": page_type(page),
        "path": quoted(page.path),
    }


def _limits(firmware: Firmware) -> str:
    """Initialisers of what differs from the defaults of http::Limits."""
    limits, parts = firmware.limits, firmware.parts
    values = {
        "connections": (limits.connections, 4),
        "header_bytes": (limits.header_bytes, 8192),
        "stored_bytes": (limits.stored_bytes, 192),
        "body": (limits.body, 512),
        "output_buffer": (limits.output_buffer, 256),
        "snapshot": ("snapshot_bytes" if limits.snapshot else 0, 0),
        "request_timeout": (f"{{{limits.request_timeout_ms}}}", "{10000}"),
        "idle_timeout": (f"{{{limits.idle_timeout_ms}}}", "{60000}"),
        "requests_per_connection": (limits.requests_per_connection, 1000),
    }
    needed = {
        "handlers": (parts.handlers, True),
        "headers": (parts.headers, True),
        "bodies": (parts.bodies, True),
        "streams": (parts.streams, True),
        "counts": (parts.counts, False),
        "pieces": (parts.pieces, True),
        "phrases": (parts.phrases, True),
    }
    written = [f".{name} = {value}" for name, (value, default) in values.items() if value != default]
    changed = [f".{name} = {str(value).lower()}" for name, (value, default) in needed.items() if value != default]
    if parts.index is not None:
        changed.append(f".index = px::http::Index::{'always' if parts.index else 'never'}")
    return ", ".join([*written, *([f".parts = {{{', '.join(changed)}}}"] if changed else [])])


def _requirement(family: Family) -> Row:
    arguments = ", ".join(f"{label.set}{{}}" for label in family.labels)
    return {
        "comment": comment(family.help, WIDTH - 2, "//"),
        "text": f"{{ reading.{function_name(family)}({arguments}) }} -> px::Supplies<{value_type(family.value)}>;",
    }


def _call(family: Family, enums: Enums) -> str:
    """The application's function, with the label values of child number `line.child`: the last label varies fastest."""
    arguments, step = [], math.prod(len(label.values) for label in family.labels)
    for label in family.labels:
        step //= len(label.values)
        position, type_ = f"line.child / {step} % {len(label.values)}", enums.type(label)
        arguments.append(f"static_cast<{type_}>({position})" if type_ == label.set else f"{type_}::at({position})")
    return f"{function_name(family)}({', '.join(arguments)})"
