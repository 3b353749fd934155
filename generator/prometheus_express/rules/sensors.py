"""Metrics that sensors feed: what their readings can be, and what becomes of one that is too old."""

from __future__ import annotations

from collections.abc import Iterator

from ..device.duration import longest_sample
from ..device.evaluate import Known
from ..kinds.metric import Initial
from ..kinds.sensor import OnStale
from ..model.application import Model
from ..model.metric import Metric
from ..model.sensor import HEALTH
from ..problems.position import Span
from ..problems.problem import Problem


def counter_from_sensor(model: Model) -> Iterator[Problem]:
    for metric in _fed(model):
        if metric.is_counter:
            message = f"a sensor's reading rises and falls, and `{metric.name}` only rises"
            yield Problem("counter-from-sensor", message, _read(metric), "write `type: gauge`")


def unit_contradicts_channel(model: Model) -> Iterator[Problem]:
    """A reading in another unit than the metric's, where nothing says how it is converted."""
    for metric in _fed(model):
        for binding in () if metric.span("scale") or metric.span("offset") else metric.bindings:
            unit = binding.channel.unit
            if metric.unit and metric.unit.value != unit:
                message = f"`{binding.read}` is in {unit}, and the metric in {metric.unit}"
                fix = f"write `unit: {unit}`, or say with `scale` and `offset` how they are converted"
                yield Problem("unit-contradicts-channel", message, metric.unit.span, fix)


def range_not_ascending(model: Model) -> Iterator[Problem]:
    for metric in _fed(model):
        span = metric.span("range")
        if span and any(one.range and one.range[0] > one.range[1] for one in metric.bindings):
            yield Problem("range-not-ascending", "no reading is within this range", span, "write the least value first")


def stale_needs_floating(model: Model) -> Iterator[Problem]:
    for metric in _fed(model):
        if any(one.on_stale is OnStale.NAN for one in metric.bindings) and not metric.value.is_floating:
            message = f"a value stored as {metric.value} cannot become NaN"
            fix = "write `on_stale: omit`, or `value: float`"
            yield Problem("stale-needs-floating", message, metric.span("on_stale") or _read(metric), fix)


def stale_needs_absent(model: Model) -> Iterator[Problem]:
    for metric in _fed(model):
        initial = metric.span("initial")
        omitted = any(one.on_stale is OnStale.OMIT for one in metric.bindings)
        if omitted and initial and metric.initial is not Initial.ABSENT:
            message = f"`{metric.name}` is always on the page, and cannot leave it when its reading is old"
            yield Problem("stale-needs-absent", message, initial, "delete `initial`, or write `on_stale: hold`")


def max_age_too_short(model: Model) -> Iterator[Problem]:
    """A reading that is too old before the next one can be there."""
    for sensor in model.sensors:
        takes = longest_sample(Known(sensor.device, dict(sensor.settings)))
        if sensor.max_age < max(sensor.every, takes):
            why = f"a sample of `{sensor.device.name}` can take {takes} ms" if takes > sensor.every else f"it is read every {sensor.every} ms"
            message = f"readings of `{sensor.name}` would be too old before the next: {why}"
            fix = f"write at least `max_age: {2 * max(sensor.every, takes)}ms`, or leave it out"
            yield Problem("max-age-too-short", message, sensor.span("max_age"), fix)


def health_name_taken(model: Model) -> Iterator[Problem]:
    """Metrics of the user's that are called as one of those that come with sensors."""
    for metric in model.metrics:
        if model.sensor_health and metric.name.value in HEALTH and metric.spans:
            message = f"the metric `{metric.name}` comes with the sensors by itself"
            fix = "rename the metric, or leave `sensors` out of `self_metrics`"
            yield Problem("reserved-metric-name", message, metric.name.span, fix)


def _fed(model: Model) -> Iterator[Metric]:
    return (metric for metric in model.metrics if metric.bindings)


def _read(metric: Metric) -> Span:
    return metric.span("read") or metric.name.span


RULES = (
    counter_from_sensor, unit_contradicts_channel, range_not_ascending, stale_needs_floating, stale_needs_absent,
    max_age_too_short, health_name_taken,
)  # fmt: skip
