"""Children of a metric: those of open labels, and the default child."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.application import Model
from ..model.metric import Metric
from ..names.text import Text
from ..problems.position import Span
from ..problems.problem import Note, Problem

DEFAULT_CHILD = "None"  # every label's value, as the Python predecessor of this library has it


def missing_max_series(model: Model) -> Iterator[Problem]:
    """Open labels without a bound of their number."""
    for metric in model.metrics:
        if metric.is_open and metric.max_series is None:
            label = next(label for label in metric.labels if label.is_open)
            message = f"metric `{metric.name}` has the open label `{label.name}`, and no bound for its series"
            yield Problem("missing-max-series", message, label.name.span, f"add `max_series: 8` to `{metric.name}`")


def no_open_label(model: Model) -> Iterator[Problem]:
    """Bounds that bound nothing."""
    for metric in model.metrics:
        for key in () if metric.is_open else ("max_series", "when_full"):
            span = metric.span(key)
            if span:
                fix = "delete it, or open a label: `labels: {peer: {max_length: 24}}`"
                message = f"metric `{metric.name}` has `{key}`, and no open label"
                yield Problem("no-open-label", message, span, fix)


def open_label_of_function(model: Model) -> Iterator[Problem]:
    """A function is asked for each series, and open labels have none that it could be asked for."""
    for metric in model.metrics:
        for label in metric.labels if metric.read_function else ():
            if label.is_open:
                note = _note(metric, "read", "it is read here")
                message = f"label `{label.name}` of a metric that is read from a function cannot be open"
                fix = "list its values, or delete `read` and set the metric from the application"
                yield Problem("open-label-of-function", message, label.name.span, fix, note)


def default_child(model: Model) -> Iterator[Problem]:
    """The child beside the others needs others, and a place."""
    for metric in model.metrics:
        span = metric.span("default_child")
        if not metric.default_child or span is None:
            continue
        if not metric.labels:
            yield _default_child(metric, span, "a metric without labels has no children", "delete it")
        elif metric.is_open:
            fix = "delete it, and call `labels` with the value `None`"
            yield _default_child(metric, span, "a metric with open labels has no default child", fix)
        elif metric.read_function:
            fix = "delete it, or delete `read` and set the metric from the application"
            yield _default_child(metric, span, "a metric that is read from a function has no default child", fix)
        elif all(Text(DEFAULT_CHILD) in label.values for label in metric.labels):
            value = next(text for text in metric.labels[0].values if text.value == DEFAULT_CHILD)
            problem = _default_child(metric, span, "the labels have the values `None` already", "delete it")
            yield Problem(problem.slug, problem.message, span, problem.help, (Note("one stands here", value.span),))


def _default_child(metric: Metric, span: Span, message: str, fix: str) -> Problem:
    return Problem("default-child", message, span, fix)


def _note(metric: Metric, key: str, message: str) -> tuple[Note, ...]:
    span = metric.span(key)
    return (Note(message, span),) if span else ()


RULES = (missing_max_series, no_open_label, open_label_of_function, default_child)
