"""Rows of the generated header: what an application object must have, as assertions that say in words what is missing or otherwise.
The compiler shows them before anything else that comes of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Family, Firmware
from .text import Row, quoted
from .types import function_name, value_type

_HANDLED = "const px::http::Request&, px::http::Response&"
# What an object must have that a body is streamed to, as px::http::Receiver says: call, result and parameters.
_RECEIVER = (
    ("on_start", "request, response", "px::http::Next", _HANDLED),
    ("on_body", "bytes", "px::Status", "std::span<const char>"),
    ("on_end", "request, response", "px::Status", _HANDLED),
    ("on_abort", "", "void", ""),
)


def demands(firmware: Firmware, functions: list[Family]) -> Iterator[Row]:
    """An assertion a member, in the order of the concept."""
    yield _object("metrics", "Metrics", "with the cells of all metrics")
    if firmware.boot_labels:
        yield _object("constant_labels", "ConstantLabels", "with the labels that are set at start")
    for family in functions:
        name, value = function_name(family), value_type(family.value)
        arguments = ", ".join(f"{label.set}{{}}" for label in family.labels)
        declared = f"{value} {name}({', '.join(label.set for label in family.labels)}) const"
        does = f"read for the metric `{family.key}`"
        yield _row(f"{{ reading.{name}({arguments}) }} -> px::Supplies<{value}>;", declared, does)
    seen: "set[str]" = set()
    for route in firmware.routes:
        where = f"{route.method} {route.path}"
        called = [(name, "px::http::Next", f"called before {where} is answered") for name in route.middleware]
        if not route.streams:
            called.append((route.handler, "px::Status", f"which answers {where}"))
        elif route.handler not in seen:
            yield from _receiver(route.handler, where)
        for name, result, does in called:
            if name not in seen:
                call = f"{{ application.{name}(request, response) }} -> std::same_as<{result}>;"
                yield _row(call, f"{result} {name}({_HANDLED})", does)
        seen.update((route.handler, *route.middleware))


def _row(requirement: str, declared: str, does: str) -> Row:
    return {
        "condition": f"requires {{ {requirement} }}",
        "sentences": [quoted(f"the application must have `{declared}`, "), quoted(does)],
    }


def _object(name: str, type_: str, what: str) -> Row:
    return _row(f"requires std::same_as<decltype(A::{name}), {type_}>;", f"{type_} {name}", what)


def _receiver(name: str, where: str) -> Iterator[Row]:
    for function, arguments, result, parameters in _RECEIVER:
        call = f"{{ application.{name}.{function}({arguments}) }} -> std::same_as<{result}>;"
        yield _row(call, f"{name}.{function}", f"{result} ({parameters}), for the body of {where}")
