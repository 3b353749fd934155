"""Rows of the generated header: each string stands in it as it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from .cpp_text import comment, in_comment, quoted
from .ir import Array, Enum, Family, Firmware, Page, Route
from .self_metrics import ANSWERS

TABLE_FORMAT = 2  # as runtime/include/prometheus_express/exposition/page.hpp has it
WIDTH = 110

_CONNECTION_BYTES = 256 + 64  # http::Connection at most, and the input_buffer of http::Limits

Row = dict[str, Any]


def banner(firmware: Firmware) -> list[str]:
    source = in_comment(firmware.source)
    return [
        f"// Metrics of {firmware.application} for Prometheus, generated from {source}. Do not edit: change that file and run",
        f"//   prometheus-express generate {source} --output FOLDER",
    ]


def page_name(page: Page) -> str:
    return f"{page.registry}_page"


def page_type(page: Page) -> str:
    return "PageWithSnapshot" if any(exposition.family.snapshot for exposition in page.expositions) else "Page"


def header_rows(firmware: Firmware) -> Row:
    functions = [family for family in firmware.families if family.function is not None]
    counts = {enum.type: len(enum.values) for enum in firmware.enums}
    return {
        "banner": banner(firmware),
        "receipt": _receipt(firmware),
        "headers": _headers(firmware),
        "application": firmware.application,
        "includes": [f"{firmware.application}_sensors.hpp"] if firmware.sensors else [],
        "table_format": TABLE_FORMAT,
        "access": firmware.access,
        "enums": [_enum(enum) for enum in firmware.enums],
        "arrays": [_array(array) for array in firmware.arrays],
        "members": [_member(family) for family in firmware.families if family.member],
        "cells": firmware.cells,
        "boot_labels": [
            {"comment": f"/// Constant label `{label.name}`", "declaration": f"px::BootLabel<{label.max_length}> {label.identifier};"}
            for label in firmware.boot_labels
        ],
        "constant_labels": "&reading(a).constant_labels" if firmware.boot_labels else "nullptr",
        "requirements": list(_requirements(firmware, functions)),
        "pages": [_page(page) for page in firmware.pages],
        "snapshot": firmware.limits.snapshot,
        "port": firmware.port,
        "limits": _limits(firmware),
        "functions": [{"type": family.value_type, "call": _call(family, counts)} for family in functions],
        "functions_table": "functions" if functions else "nullptr",
        "calls": list(_calls(firmware)),
        "counts_answers": [ANSWERS for family in firmware.families if family.identifier == ANSWERS],
        "receivers": _receivers(firmware),
        "route_lists": [row for number, route in enumerate(firmware.routes) for row in _route_lists(number, route)],
        "routes": [
            *map(_page_route, firmware.pages),
            *(_route(number, route) for number, route in enumerate(firmware.routes)),
        ],
    }


def _headers(firmware: Firmware) -> list[str]:
    """The runtime's headers that the types of this file come from, and the user's own."""
    types = " ".join(family.member.cpp_type for family in firmware.families if family.member)
    needed = {f"metrics/{header}" for type_, header in _METRIC_HEADERS.items() if f"px::{type_}<" in types}
    if firmware.boot_labels:
        needed.add("metrics/boot_label.hpp")
    if any(family.function is not None for family in firmware.families):
        needed.add("exposition/returned_value.hpp")
    needed |= {"exposition/content_type.hpp", "exposition/page.hpp", "http/site.hpp", "metrics/labels.hpp"}
    return [*(f"<prometheus_express/{header}>" for header in sorted(needed)), *firmware.headers]


_METRIC_HEADERS = {
    "Counter": "counter.hpp",
    "Gauge": "gauge.hpp",
    "Histogram": "histogram.hpp",
    "Summary": "summary.hpp",
    "StateSet": "state_set.hpp",
    "Info": "info.hpp",
    "Family": "family.hpp",
    "DefaultedFamily": "family.hpp",
    "OpenFamily": "open_family.hpp",
    "StatusCounts": "status_counts.hpp",
}


def _receipt(firmware: Firmware) -> list[str]:
    series = sum(len(e.lines) * e.family.places for e in firmware.pages[0].expositions)
    limits = firmware.limits
    connection = _CONNECTION_BYTES + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot
    tables = sum(page.text + page.tables for page in firmware.pages)
    return [
        f"//   series   {series} in {len(firmware.pages[0].expositions)} families",
        f"//   cells    {firmware.cells} bytes of RAM",
        f"//   http     at most {connection} bytes of RAM for each of {limits.connections} connections on a 32-bit device",
        f"//   tables   {tables} bytes of flash on a 32-bit device, the pages' text included",
        *(f"//   page     at most {page.largest} bytes on {in_comment(page.path)}" for page in firmware.pages),
    ]


def _array(array: Array) -> str:
    return f"inline constexpr {array.cpp_type} {array.name}[] = {{{wrapped(array.items)}}};"


def _enum(enum: Enum) -> Row:
    return {
        "type": enum.type,
        "of": enum.of,
        "storage": "std::uint8_t" if len(enum.values) <= 256 else "std::uint16_t",
        "enumerators": wrapped(enum.enumerators),
        "texts": wrapped(quoted(value) for value in enum.values),
    }


def wrapped(items: Iterable[str]) -> str:
    """Items of a list, on as many lines as they need."""
    lines, current = [], ""
    for item in items:
        if current and len(current) + len(item) + 2 > WIDTH - 50:
            lines.append(current + ",")
            current = item
        else:
            current = f"{current}, {item}" if current else item
    return "\n      ".join([*lines, current])


def _member(family: Family) -> Row:
    assert family.member
    return {
        "comment": comment(family.help, WIDTH - 2),
        "declaration": f"{family.member.cpp_type} {family.identifier};",
    }


def _requirements(firmware: Firmware, functions: list[Family]) -> Iterator[Row]:
    """The application's members beside its metrics, each once, in the order of the schema."""
    for family in functions:
        arguments = ", ".join(f"{enum}{{}}" for enum in family.enums)
        yield {
            "comment": comment(family.help, WIDTH - 2, "//"),
            "text": f"{{ reading.{family.identifier}({arguments}) }} -> px::Supplies<{family.value_type}>;",
        }
    seen = set()
    for route in firmware.routes:
        middleware = [(name, "px::http::Next", "Middleware of") for name in route.middleware]
        role = "Receives the body of" if route.streams else "Handler of"
        for name, result, role in [*middleware, (route.handler, "px::Status", role)]:
            if name not in seen:
                seen.add(name)
                text = f"{{ application.{name}(request, response) }} -> std::same_as<{result}>;"
                if route.streams and name == route.handler:
                    text = f"requires px::http::Receiver<decltype(application.{name})>;"
                yield {
                    "comment": comment(f"{role} {route.method.strip('_').upper()} {route.path}", WIDTH - 2, "//"),
                    "text": text,
                }


def _page(page: Page) -> Row:
    return {
        "comment": f"The registry `{page.registry}`: what a scrape of {page.path} returns.",
        "name": page_name(page),
        "type": page_type(page),
        "path": quoted(page.path),
    }


def _limits(firmware: Firmware) -> str:
    """Initialisers of what differs from the defaults of http::Limits."""
    limits = firmware.limits
    values = {
        "connections": (limits.connections, 4),
        "header_bytes": (limits.header_bytes, 8192),
        "stored_bytes": (limits.stored_bytes, 192),
        "body": (limits.body, 512),
        "output_buffer": (limits.output_buffer, 256),
        "snapshot": (limits.snapshot, 0),
        "request_timeout": (f"{{{limits.request_timeout_ms}}}", "{10000}"),
        "idle_timeout": (f"{{{limits.idle_timeout_ms}}}", "{60000}"),
        "requests_per_connection": (limits.requests_per_connection, 1000),
    }
    written = [f".{name} = {value}" for name, (value, default) in values.items() if value != default]
    if limits.parts:
        written.append(f".parts = {{{', '.join(f'.{part}' for part in limits.parts)}}}")
    return wrapped(written)


def _call(family: Family, counts: dict[str, int]) -> str:
    """The application's function, with the label values of child number `line.child`: the last label varies fastest."""
    arguments, step = [], math.prod(counts[enum] for enum in family.enums)
    for enum in family.enums:
        step //= counts[enum]
        arguments.append(f"static_cast<{enum}>(line.child / {step} % {counts[enum]})")
    return f"{family.identifier}({', '.join(arguments)})"


def _calls(firmware: Firmware) -> Iterator[Row]:
    """Each middleware and handler of the application once."""
    names = {name: "px::http::Next" for route in firmware.routes for name in route.middleware}
    names.update({route.handler: "px::Status" for route in firmware.routes})
    receivers = _receivers(firmware)
    ends = {name: f"{name}.on_end" for name in receivers}
    return ({"name": name, "member": ends.get(name, name), "result": result} for name, result in names.items())


def _receivers(firmware: Firmware) -> list[str]:
    """The objects of the application that bodies are streamed to, each once."""
    return list(dict.fromkeys(route.handler for route in firmware.routes if route.streams))


def _route_lists(number: int, route: Route) -> Iterator[Row]:
    if route.middleware:
        calls = ", ".join(f"call_{name}" for name in route.middleware)
        yield {"type": "px::http::Middleware", "name": f"middleware_{number}", "texts": calls}
    if route.headers:
        names = ", ".join(quoted(name) for name in route.headers)
        yield {"type": "std::string_view", "name": f"headers_{number}", "texts": names}


def _page_route(page: Page) -> str:
    return f"{{px::http::Method::get, {quoted(page.path)}, answer_{page_name(page)}, {{}}, {{}}, 0}}"


def _route(number: int, route: Route) -> str:
    middleware = f"middleware_{number}" if route.middleware else "{}"
    headers = f"headers_{number}" if route.headers else "{}"
    method = f"px::http::Method::{route.method}"
    receiving = f", &receiving_{route.handler}" if route.streams else ""
    return f"{{{method}, {quoted(route.path)}, call_{route.handler}, {middleware}, {headers}, {route.body}{receiving}}}"
