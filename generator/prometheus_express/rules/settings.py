"""Settings that a schema chooses for its sensors, with which something can never work."""

from __future__ import annotations

from collections.abc import Iterator

from ..device.evaluate import Known
from ..device.model import Require
from ..model.application import Model
from ..model.metric import Metric
from ..model.sensor import Binding, Sensor
from ..problems.position import Span
from ..problems.problem import Note, Problem
from ..problems.proposals import listed


def unworkable_settings(model: Model) -> Iterator[Problem]:
    """What the description of the part demands of its settings, and checks that fail whatever the part says."""
    for sensor in model.sensors:
        yield from broken_demands(sensor)


def broken_demands(sensor: Sensor) -> Iterator[Problem]:
    device, known = sensor.device, _known(sensor)
    for demand in device.demands:
        if known.never(demand.condition):
            yield Problem("unworkable-settings", f"`{device.name}` cannot work so: {demand.message}", *_place(sensor))
            return
    for step in (*device.start, *(device.identify if sensor.identify else ()), *device.prepare, *device.measure):
        if isinstance(step, Require) and known.never(step.condition):
            yield Problem("unworkable-settings", f"with these settings, `{device.name}` is never read", *_place(sensor))
            return


def channel_without_readings(model: Model) -> Iterator[Problem]:
    """Metrics of channels that the settings switch off, or whose readings are never good with them."""
    for metric in model.metrics:
        for binding in metric.bindings:
            known = _known(binding.sensor)
            if not metric.reads_all and known.never(binding.channel.enabled):
                yield _never(metric, binding, "is switched off by the settings")
            elif known.never(binding.channel.when) and not any(broken_demands(binding.sensor)):
                yield _never(metric, binding, "never has a reading with the settings")


def _never(metric: Metric, binding: Binding, why: str) -> Problem:
    sensor = binding.sensor
    settings, fix = _place(sensor)
    message = f"`{binding.channel.kind}`, which `{metric.name}` reads, {why} of `{sensor.name}`"
    return Problem("channel-without-readings", message, binding.read.span, fix, (Note("they stand here", settings),))


def _known(sensor: Sensor) -> Known:
    return Known(sensor.device, dict(sensor.settings))


def _place(sensor: Sensor) -> tuple[Span, str]:
    """Where the settings stand, and what to do about them."""
    names = [setting.name.value for setting in sensor.device.settings]
    return sensor.span("settings"), f"choose other settings: it has {listed(names)}" if names else "correct the description"


RULES = (unworkable_settings, channel_without_readings)
