"""Labels of sensors, which stand on every series that is read from them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.application import Model
from ..model.sensor import Sensor
from ..problems.problem import Note, Problem


def sensor_labels_differ(model: Model) -> Iterator[Problem]:
    """Sensors of one metric, of which one has a label that another lacks; told once for each of the latter."""
    told: set[tuple[str, str]] = set()
    for metric in model.metrics:
        names = {name.value: (name, sensor) for sensor in metric.sensors for name, _ in sensor.labels}
        for sensor in () if metric.about else metric.sensors:
            for name, other in names.values():
                if name.value not in _names(sensor) and (sensor.name.value, name.value) not in told:
                    told.add((sensor.name.value, name.value))
                    read = next(one.read for one in metric.bindings if one.sensor is sensor)
                    notes = (Note(f"`{other.name}` has it here", name.span), Note("both are read here", read.span))
                    message = f"the sensor `{sensor.name}` has no label `{name}`, which others of metric `{metric.name}` have"
                    fix = f"add `labels: {{{name}: …}}` to `{sensor.name}`" if not sensor.labels else f"add `{name}: …` to its labels"
                    yield Problem("sensor-labels-differ", message, sensor.name.span, fix, notes)


def sensor_label_taken(model: Model) -> Iterator[Problem]:
    """A label of a sensor that a series has already, as one of its metric's or as a constant label."""
    told: set[tuple[str, str]] = set()
    constant = {label.name.value: (label.name, "a constant label") for label in model.constant_labels}
    for metric in model.metrics:
        own = {label.name.value: (label.name, f"a label of metric `{metric.name}`") for label in metric.labels}
        for sensor in metric.sensors:
            for name, _ in sensor.labels:
                taken = own.get(name.value) or constant.get(name.value)
                if taken and (sensor.name.value, name.value) not in told:
                    told.add((sensor.name.value, name.value))
                    note = Note("the other comes from here", taken[0].span)
                    message = f"the label `{name}` of sensor `{sensor.name}` is {taken[1]} too"
                    yield Problem("duplicate-label", message, name.span, "rename one of the two", (note,))


def _names(sensor: Sensor) -> set[str]:
    return {name.value for name, _ in sensor.labels}


RULES = (sensor_labels_differ, sensor_label_taken)
