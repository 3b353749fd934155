"""Names that C++ or Prometheus keep for themselves. The form of names is the schema language's."""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds.metric import MetricType
from ..model.application import Model
from ..model.page_names import names_on_pages
from ..names.cpp import CAPITALS, GENERATED_TYPES, why_no_namespace, why_reserved
from ..names.text import Text
from ..problems.problem import Note, Problem

OWN_PREFIX = "prometheus_express_"
RESERVED_LABELS = {MetricType.HISTOGRAM: "le", MetricType.SUMMARY: "quantile"}
OWN_LABELS = {"updates": "reason", "http_requests": "code"}  # of the library's own metrics


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


def application_named_as_driver(model: Model) -> Iterator[Problem]:
    """The files of an application stand beside those of its drivers."""
    name = model.application
    stems = {sensor.device.driver_stem(sensor.bus.spi): sensor for sensor in model.sensors}
    for stem in (name.value, f"{name}_sensors"):
        if stem in stems:
            sensor = stems[stem]
            message = f"the application `{name}` and the driver of `{sensor.device.name}` would both have a file `{stem}.hpp`"
            note = Note("the sensor stands here", sensor.name.span)
            yield Problem("duplicate-file", message, name.span, f"write for example `{name}_device`", (note,))


def functions(model: Model) -> Iterator[Text]:
    """Every name of a member function that the application must have."""
    yield from (metric.asked for metric in model.metrics if metric.asked)
    for route in model.http.routes if model.http else ():
        yield route.handler
        yield from route.middleware


def _reserved(name: Text, what: str, reason: str, instead: str) -> Problem:
    message = f"{what} cannot be called `{name}`, which is {reason}"
    return Problem("reserved-name", message, name.span, f"write for example `{instead}`")


def function_used_twice(model: Model) -> Iterator[Problem]:
    """A handler, a middleware and a metric's function have different parameters."""
    roles: dict[str, tuple[str, Text]] = {
        metric.asked.value: ("the function of a metric", metric.asked) for metric in model.metrics if metric.asked
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


def reserved_metric_name(model: Model) -> Iterator[Problem]:
    """Names that start as those of the library's own metrics, where these are on."""
    names = names_on_pages(model) if set(model.self_metrics) - {"sensors"} else {}  # whose names start otherwise
    for metric in model.metrics:
        name = next((name for name in names.get(metric.name.value, ()) if name.startswith(OWN_PREFIX)), None)
        if name:
            message = f"the name `{name}` starts with `{OWN_PREFIX}`, as the library's own do"
            fix = "rename the metric, or delete `self_metrics`"
            yield Problem("reserved-metric-name", message, metric.name.span, fix)
        elif metric.name.value == "boots" and "boots" in model.self_metrics:
            message = "`boots` is the application's function for the library's own metric"
            fix = "rename the metric, or delete `boots` from `self_metrics`"
            yield Problem("reserved-metric-name", message, metric.name.span, fix)


# What templates/sensors.hpp.j2 and .cpp.j2 call something in the scope of the sensors.
SENSORS_MEMBERS = frozenset("all drop expire for_each metrics next note now poll published record value".split())


def reserved_part_name(model: Model) -> Iterator[Problem]:
    """Buses are parameters of the class `Sensors`, and sensors its members."""
    for bus in model.buses:
        reason = why_reserved(bus.name.value)
        if reason:
            yield _reserved(bus.name, "a bus", reason, f"{bus.name}_bus")
    of_buses = {f"{bus.name}_frequency": bus.name for bus in model.buses if bus.frequency is not None}
    members: dict[str, Text] = dict(of_buses)
    for sensor in model.sensors:
        if sensor.name.value in SENSORS_MEMBERS:
            yield _reserved(sensor.name, "a sensor", "a name within the class `Sensors`", f"{sensor.name}_sensor")
        for member in (sensor.name.value, f"{sensor.name}_target", f"feed_{sensor.name}"):
            first = members.setdefault(member, sensor.name)
            if first is not sensor.name:
                note = Note("the other stands here", first.span)
                both = f"the bus `{first}` and the sensor" if member in of_buses else f"the sensors `{first}` and"
                message = f"{both} `{sensor.name}` would both have a member `{member}` of the class `Sensors`"
                yield Problem("duplicate-member", message, sensor.name.span, "rename one of the two", (note,))


def reserved_label(model: Model) -> Iterator[Problem]:
    """Prometheus keeps labels that start with `__`; histograms, summaries and state sets have a label of their own."""
    constant = [label.name for label in model.constant_labels]
    of_sensors = [name for sensor in model.sensors for name, _ in sensor.labels]
    names = names_on_pages(model)
    types = {metric.type for metric in model.metrics}
    kept = {RESERVED_LABELS[kind]: kind.value for kind in types if kind in RESERVED_LABELS}
    kept.update({OWN_LABELS[own]: f"self metric `{own}`" for own in model.self_metrics if own in OWN_LABELS})
    for name in constant:
        yield from _reserved_label(name, kept)
    for name in of_sensors:
        yield from _reserved_label(name, {})
    for metric in model.metrics:
        own = {RESERVED_LABELS[metric.type]: metric.type.value} if metric.type in RESERVED_LABELS else {}
        for name in [label.name for label in metric.labels] + [label.name for label in metric.info]:
            yield from _reserved_label(name, own)
        if metric.states:
            named = names.get(metric.name.value, ())
            for name in (*(label.name for label in metric.labels), *constant):
                if name.value in named:
                    message = f"the label `{name}` is kept for the states of the stateset `{metric.name}`"
                    note = Note("the stateset stands here", metric.name.span)
                    yield Problem("reserved-label", message, name.span, f"write for example `{name}_class`", (note,))


def _reserved_label(name: Text, kept: dict[str, str]) -> Iterator[Problem]:
    if name.value.startswith("__"):
        fix = f"write `{name.value.strip('_') or 'label'}`"
        yield Problem("reserved-label", f"the label `{name}` starts with `__`, as Prometheus' own do", name.span, fix)
    elif name.value in kept:
        message = f"the label `{name}` is kept: each {kept[name.value]} has one of its own"
        yield Problem("reserved-label", message, name.span, f"write for example `{name}_class`")


def reserved_enum(model: Model) -> Iterator[Problem]:
    """An enum cannot be called what the generated header calls something else."""
    seen: set[str] = set()
    for metric, label in ((metric, label) for metric in model.metrics for label in metric.enums):
        if label.enum.value in GENERATED_TYPES | CAPITALS and label.enum.value not in seen:
            seen.add(label.enum.value)
            what = "is a macro of common headers" if label.enum.value in CAPITALS else "the header defines"
            message = f"the enum of label `{label.name}` cannot be called `{label.enum}`, which {what}"
            key = "states" if label is metric.states else label.name
            fix = f"write `{key}: {{values: […], as: {label.enum}Label}}`"
            yield Problem("reserved-enum", message, label.enum.span, fix)


RULES = (reserved_name, application_named_as_driver, reserved_part_name, function_used_twice, reserved_metric_name, reserved_label, reserved_enum)
