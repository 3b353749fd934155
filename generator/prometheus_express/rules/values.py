"""How values are stored, and what they start with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..kinds.metric import Initial, MetricType
from ..kinds.value import ValueKind
from ..model.application import Model
from ..model.metric import Metric
from ..model.page_names import names_on_pages
from ..problems.problem import Problem, Severity

MOST_PLACES = {32: 9, 64: 18}  # the largest power of ten in an int32, in an int64
_UNIX_TIME = re.compile("(^|_)(timestamp|unix_?time|start_time|boot_time)(_seconds)?$")
_YEAR_2100 = 4_102_444_800


def decimal_places(model: Model) -> Iterator[Problem]:
    """A decimal whose unit would not fit its integer."""
    for metric in model.metrics:
        value = metric.value
        if value.kind is ValueKind.DECIMAL and value.places > MOST_PLACES[value.bits]:
            fix = f"write at most {MOST_PLACES[value.bits]} places"
            if value.bits == 32 and value.places <= MOST_PLACES[64]:
                fix = f"write `decimal64({value.places})`, or at most {MOST_PLACES[32]} places"
            message = f"a decimal in an int{value.bits} cannot have {value.places} places"
            yield Problem("decimal-places", message, metric.span("value") or metric.name.span, fix)


def signed_counter(model: Model) -> Iterator[Problem]:
    """A counter never falls below zero, unless it may fall."""
    for metric in model.metrics:
        if metric.type is MetricType.COUNTER and metric.monotonic and metric.value.kind in (ValueKind.INT32, ValueKind.INT64):
            message = f"the counter `{metric.name}` cannot be negative, and needs no {metric.value}"
            yield Problem("signed-counter", message, metric.span("value") or metric.name.span, f"write `u{metric.value}`, or make it a gauge")


def initial_of_function(model: Model) -> Iterator[Problem]:
    """A function is asked at each scrape: nothing comes before its first value."""
    for metric in model.metrics:
        span = metric.span("initial")
        if metric.read_function and span:
            message = f"metric `{metric.name}` is read from a function, and has no initial value"
            yield Problem("initial-of-function", message, span, "delete `initial`, or `read: function`")


def initial_needs_floating(model: Model) -> Iterator[Problem]:
    """Only float and double have a NaN."""
    for metric in model.metrics:
        span = metric.span("initial")
        if metric.initial is Initial.NAN and span and not metric.value.is_floating:
            message = f"a value stored as {metric.value} cannot be NaN"
            fix = "write `initial: absent`, or `value: double`"
            yield Problem("initial-needs-floating", message, span, fix)


def float_counter(model: Model) -> Iterator[Problem]:
    """A float has 24 bits: a total of them stops where a step is less than half of the last one."""
    for metric in model.metrics:
        if metric.type is MetricType.COUNTER and metric.value.kind is ValueKind.FLOAT and not metric.read_function:
            message = f"the counter `{metric.name}` is a float, which takes no single unit more from 16,777,216 on"
            fix = "write `value: uint64`, `value: double` or `value: decimal64(3)`"
            yield _warning("float-counter", message, metric, fix)


def unix_time(model: Model) -> Iterator[Problem]:
    """The seconds since 1970 are more than most decimals hold, and a float has them to the next 128."""
    names = names_on_pages(model)
    for metric in model.metrics:
        name = next(filter(_UNIX_TIME.search, names.get(metric.name.value, ())), None)
        value, most = metric.value, 2 ** (metric.value.bits - 1) // 10**metric.value.places
        if metric.type not in (MetricType.GAUGE, MetricType.UNTYPED) or name is None:
            continue
        if value.kind is ValueKind.DECIMAL and most < _YEAR_2100:
            message = f"the name `{name}` tells a Unix time, and {value} ends at {most:,}"
        elif value.kind is ValueKind.FLOAT:
            message = f"the name `{name}` tells a Unix time, of which a float has every 128th second"
        else:
            continue
        fix = "write `value: uint32`, `value: decimal64(3)` or `value: double`"
        yield _warning("unix-time-does-not-fit", message, metric, fix)


def _warning(slug: str, message: str, metric: Metric, fix: str) -> Problem:
    span = metric.span("value") or metric.name.span
    return Problem(slug, message, span, fix, severity=Severity.WARNING, metric=metric.name.value)


RULES = (decimal_places, signed_counter, initial_of_function, initial_needs_floating, float_counter, unix_time)
