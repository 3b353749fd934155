"""Names that C++ or Prometheus keep for themselves. The form of names is the schema language's."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Note, Problem
from ..model import Model, Text
from ..naming import GENERATED_TYPES, why_no_namespace, why_reserved

RESERVED_LABELS = {"le": "the bounds of histograms", "quantile": "the quantiles of summaries"}


def reserved_name(model: Model) -> Iterator[Problem]:
    """The application becomes a namespace; handlers, middleware and functions of metrics become calls of its members."""
    reason = why_no_namespace(model.application.value)
    if reason:
        yield _reserved(model.application, "the application", reason, f"{model.application}_device")
    for function in functions(model):
        reason = why_reserved(function.value)
        if function.value == "metrics":
            reason = "the application's member with the metrics"
        if reason:
            yield _reserved(function, "a function", reason, f"{function}_now")


def functions(model: Model) -> Iterator[Text]:
    """Every name of a member function that the application must have."""
    yield from (metric.name for metric in model.metrics if metric.read_function)
    for route in model.http.routes if model.http else ():
        yield route.handler
        yield from route.middleware


def _reserved(name: Text, what: str, reason: str, instead: str) -> Problem:
    message = f"{what} cannot be called `{name}`, which is {reason}"
    return Problem("reserved-name", message, name.span, f"write for example `{instead}`")


def function_used_twice(model: Model) -> Iterator[Problem]:
    """A handler, a middleware and a metric's function have different parameters."""
    roles: dict[str, tuple[str, Text]] = {
        metric.name.value: ("the function of a metric", metric.name) for metric in model.metrics if metric.read_function
    }
    for route in model.http.routes if model.http else ():
        for role, names in (("a handler", (route.handler,)), ("a middleware", route.middleware)):
            for name in names:
                first_role, first = roles.setdefault(name.value, (role, name))
                if first_role != role:
                    note = Note(f"it is {first_role} here", first.span)
                    message = f"`{name}` cannot be {role} and {first_role}"
                    fix = f"give one of them another name, such as `{name}_{role.split()[-1]}`"
                    yield Problem("function-used-twice", message, name.span, fix, (note,))


def reserved_label(model: Model) -> Iterator[Problem]:
    """Prometheus keeps labels that start with `__`, and two names that histograms and summaries need."""
    for name in [label.name for metric in model.metrics for label in metric.labels] + [
        label.name for label in model.constant_labels
    ]:
        if name.value.startswith("__"):
            fix = f"write `{name.value.strip('_') or 'label'}`"
            yield Problem("reserved-label", f"the label `{name}` starts with `__`, as Prometheus' own do", name.span, fix)
        elif name.value in RESERVED_LABELS:
            message = f"the label `{name}` is kept for {RESERVED_LABELS[name.value]}"
            yield Problem("reserved-label", message, name.span, f"choose another name, such as `{name}_class`")


def reserved_enum(model: Model) -> Iterator[Problem]:
    """An enum cannot be called what the generated header calls something else."""
    seen: set[str] = set()
    for label in (label for metric in model.metrics for label in metric.labels):
        if label.enum.value in GENERATED_TYPES and label.enum.value not in seen:
            seen.add(label.enum.value)
            message = f"the enum of label `{label.name}` cannot be called `{label.enum}`, which the header defines"
            fix = f"write `{label.name}: {{values: […], as: {label.enum}Label}}`"
            yield Problem("reserved-enum", message, label.enum.span, fix)


RULES = (reserved_name, function_used_twice, reserved_label, reserved_enum)
