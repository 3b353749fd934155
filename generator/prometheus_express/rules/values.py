"""How values are stored, and what they start with."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds.metric import Initial, MetricType
from ..kinds.value import ValueKind
from ..model.application import Model
from ..problems.problem import Problem

MOST_PLACES = {32: 9, 64: 18}  # the largest power of ten in an int32, in an int64


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


RULES = (decimal_places, signed_counter, initial_of_function, initial_needs_floating)
